import { type Authority, everyAuthority } from './authorities';
import { cellText } from './cell';
import { encode } from './encode';
import type { House } from './house';
import { oddCells } from './odd';
import { preambleRows } from './preamble';
import type { CanonicalRow } from './row';
import { type Column, columnsOf } from './vocabulary';
import { quoted } from './writing';

function columnsOfHouse(house: House): readonly Column[] {
  const own: Column[] = [];
  if (house.authority) own.push(['la_code', house.authority.header]);
  const added: Column[] = house.extras.map((name) => [name, name]);
  if (house.home) added.push(['homeLocation', house.home.header]);
  if (house.distance) added.push(['recordedDistance', house.distance]);
  return [...own, ...columnsOf(house.vocabulary), ...added];
}

function authorityText(house: House, authority: Authority): string {
  if (house.authority?.as === 'GSS') return authority.code;
  return house.authority?.as === 'DfE' ? authority.dfeCode : authority.name;
}

/** Row number → field → the text that stands in for what would have been written. */
export function oddTexts(
  house: Pick<House, 'code'>,
  rows: readonly CanonicalRow[],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const texts = new Map<number, Map<string, string>>();
  for (const { code, field, text, from, type } of oddCells) {
    if (code !== house.code) continue;
    const index = rows.findIndex((row, at) => at >= from && row.placementType === type);
    if (index >= 0) texts.set(index, (texts.get(index) ?? new Map()).set(field, text));
  }
  return texts;
}

/** One authority's return, as bytes: the rows given, in the order given, in the house's own style. */
export function writeReturn(house: House, rows: readonly CanonicalRow[]): Uint8Array {
  const authority = everyAuthority.find(({ code }) => code === house.code);
  if (authority === undefined) throw new Error(`No authority ${house.code}`);
  const columns = columnsOfHouse(house);
  const odd = oddTexts(house, rows);
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, house.delimiter)).join(house.delimiter);
  const header = line(columns.map(([, name]) => name));
  const lines = [header];
  if (house.preamble) {
    const { above, description, example } = preambleRows(columns);
    lines.unshift(line(above));
    lines.push(line(description), line(example));
  }
  for (const [index, row] of rows.entries()) {
    const texts = odd.get(index);
    lines.push(
      line(
        columns.map(([field]) => {
          if (field === 'la_code') return authorityText(house, authority);
          return texts?.get(field) ?? cellText(field, row, house);
        }),
      ),
    );
  }
  return encode(lines.join(house.newline) + house.newline, house.encoding);
}
