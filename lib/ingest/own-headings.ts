/** A small file rewritten under the names of the standard, every field in its place: one statement then reads any such file. */
import { poolFields } from '@/lib/standard/fields';
import { cleanText } from './cell/text';
import { unhurried } from './file/bytes';
import type { Readable } from './file/read';
import { RecordReader } from './file/record';
import { type NumberedRow, written } from './file/rewrite';
import type { Plan } from './plan';
import { rawName } from './row';

/** Between the headings, and between the values, of a row's bespoke cells. */
const mark = '\u001f';

const columns = ['f', 'n', 'x', 'sectors', 'headings', 'given', ...poolFields.map(({ name }) => rawName(name))];

type Row = NumberedRow & { readonly surplus: string };

/** Rows below the header, as the tolerant reader sees them. A rewritten file carries their numbers; blank lines count for none. */
function* rowsOf(text: string, { layout, regular }: Readable): Generator<Row> {
  let number = 0;
  for (const { cells } of new RecordReader(regular ? layout.delimiter : ',').push(text, true)) {
    number += 1;
    if (!regular) yield { number: Number(cells[0]), surplus: cells[1] ?? '', cells: cells.slice(2) };
    else if (number > layout.headerRow && !(cells.length === 1 && cells[0] === ''))
      yield { number, surplus: '', cells };
  }
}

/** What the engine's `textSql` makes of the same cell. */
function bespokeText(cell: string): string {
  const text = cleanText(cell);
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text).replace(/^'+/, '').replaceAll(mark, ' ');
}

/**
 * Comma-separated UTF-8 in the columns of `fillRaw`, `fileId` first. Of several columns for a field the first that is not
 * blank speaks.
 */
export async function underOwnHeadings(
  fileId: number,
  { readable, plan }: { readonly readable: Readable; readonly plan: Plan },
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { content } = readable;
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
  const places = new Map(plan.fields.map(({ field, columns: own }) => [field.name, own.map(({ index }) => index)]));
  const ordered = poolFields.map(({ name }) => places.get(name) ?? []);
  const home = plan.fields.find(({ field }) => field.type === 'home');
  const sectors = home?.columns.some(({ heading }) => /sector/i.test(heading)) ?? false;
  const lines: string[] = [];
  const lineOf = ({ number, surplus, cells }: Row): string => {
    const given = plan.bespoke
      .map(({ index, heading }) => ({ heading: heading.replaceAll(mark, ' '), value: bespokeText(cells[index] ?? '') }))
      .filter(({ value }) => value !== '');
    const own = ordered.map((indexes) => {
      const filled = indexes.length > 1 ? indexes.find((index) => (cells[index] ?? '').trim() !== '') : indexes[0];
      return filled === undefined ? '' : (cells[filled] ?? '');
    });
    const front = [String(fileId), String(number), surplus, String(sectors)];
    const bespoke = [given.map((one) => one.heading).join(mark), given.map((one) => one.value).join(mark)];
    return [...front, ...bespoke, ...own].map(written).join(',');
  };
  const steps = function* () {
    for (const row of rowsOf(new TextDecoder().decode(bytes), readable)) yield lines.push(lineOf(row));
  };
  await unhurried(steps(), signal);
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const cells = poolFields.map(({ name }) => `"${rawName(name)}"`);
const rawTypes = [
  'fileId INTEGER',
  'sourceRow INTEGER',
  'surplus VARCHAR',
  'sectors BOOLEAN',
  'bespoke MAP(VARCHAR, VARCHAR)',
];

/** The cells of small files. */
export const createRaw = `CREATE OR REPLACE TEMP TABLE raw_row (${[...rawTypes, ...cells.map((name) => `${name} VARCHAR`)].join(', ')})`;

const least = 1;
const most = 2_147_483_646;

/**
 * Three rows that no file has, and that stay: nothing, the least and the most that a cell can hold. The engine plans over
 * a table by the least and the most it holds; with these in it a plan assumes nothing of the rows that come later.
 */
export const widenRaw = (() => {
  const row = (number: string, sectors: string, text: string) =>
    `(${[number, number, text, sectors, `MAP {${text}: ${text}}`, ...cells.map(() => text)].join(', ')})`;
  const last = 'repeat(chr(1114111), 64)';
  const nothing = `(${[...rawTypes, ...cells].map(() => 'NULL').join(', ')})`;
  return `INSERT INTO raw_row VALUES ${nothing}, ${row('-2147483648', 'false', "''")}, ${row('2147483647', 'true', last)}`;
})();

/** The file's rows alone. */
export const rawRows = `(SELECT * FROM raw_row WHERE sourceRow BETWEEN ${least} AND ${most})`;
export const emptyRaw = `DELETE FROM raw_row WHERE sourceRow BETWEEN ${least} AND ${most}`;

/** Puts the rewritten file into `raw_row`. */
export function fillRaw(file: string): string {
  const read = `read_csv('${file}', columns = {${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}, delim = ',',
    new_line = '\\n', header = false, auto_detect = false, quote = '"', escape = '"', parallel = false, max_line_size = 16777216)`;
  const split = (name: string) => `string_split(${name}, chr(31))`;
  return `INSERT INTO raw_row SELECT f::INTEGER, n::INTEGER, x, sectors::BOOLEAN,
    CASE WHEN headings IS NOT NULL THEN map(${split('headings')}, ${split('given')}) END, ${cells.join(', ')} FROM ${read}`;
}
