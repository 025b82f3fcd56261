/** One file of each kind that authorities send, each with the same six placements: what loads is the truth, cell by cell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import type { Mapping } from '@/lib/ingest/file/layout';
import { emptyPool } from '@/lib/ingest/remove';
import { type Arrival, loadFiles } from '@/lib/session/load';
import { fields, type StandardField } from '@/lib/standard/fields';
import { columnLetters } from '@/lib/workbook/reference';
import { contents, emptyPoolDatabase, utf8 } from '../ingest/support';
import { odsOf, serialOf, xlsxOf } from '../support/sheet-file';
import { delimited, grid, said, truth } from '../support/truth';
import { zip } from '../workbook/fixture';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
afterAll(() => db.close());

interface Variety {
  readonly name?: string;
  readonly bytes: Uint8Array;
  /** Rows that are no placements: notes, totals, repeated headings, examples. */
  readonly setAside?: number;
  readonly mapping?: Mapping;
}

const clean = grid();
const lines = [clean.headings, ...clean.rows];
const utf16 = (text: string) => {
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
};
const windows1252 = (text: string) =>
  Uint8Array.from(text, (letter) => ({ '’': 0x92, '€': 0x80, '–': 0x96 })[letter] ?? letter.charCodeAt(0));
/** UTF-8 that was opened as Windows-1252 and saved as UTF-8. */
const mangled = (text: string) => text.replaceAll('≤', 'â‰¤').replaceAll('£', 'Â£').replaceAll('\u00a0', 'Â\u00a0');

const width = clean.headings.length;
const wide = (...cells: string[]) => [...cells, ...Array.from({ length: width - cells.length }, () => '')];
const spelt = (types: readonly StandardField['type'][], spell: (text: string, at: number) => string) => {
  const { headings, rows } = grid('name', (text, field, at) => (types.includes(field.type) ? spell(text, at) : text));
  return [headings, ...rows];
};
const day = (text: string) => {
  const [y = '', m = '', d = ''] = text.split('-');
  return { y, m, d, month: new Date(`${text}T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' }) };
};

/** The form as published: groups, headings, descriptions and an example above the rows. */
function template(kind: 'April' | 'June'): readonly (readonly string[])[] {
  const { headings, rows } = grid('template', (text, field) =>
    field.type === 'boolean' && kind === 'June' ? text.toUpperCase() : text,
  );
  const officers = fields.filter(({ type }) => type === 'officer').map((field) => field.template ?? field.name);
  const all = [...headings, ...officers];
  const descriptions = all.map((heading) =>
    heading === 'child_ID' ? 'Child ID – a unique number for the child, not the name' : 'Describes it',
  );
  const example = all.map((heading) => (heading === 'child_ID' ? 'ABCD2012' : ''));
  const group = all.map((_, at) => (at === 0 ? 'Determinants of placement - availability' : at === 20 ? 'Risks' : ''));
  return [group, all, descriptions, example, ...rows.map((row) => [...row, ...officers.map(() => 'A. Officer')])];
}

const varieties: Readonly<Record<string, () => Variety>> = {
  'a plain CSV': () => ({ bytes: utf8(delimited(lines)) }),
  'Excel’s “CSV UTF-8”, with a byte order mark': () => ({ bytes: utf8(`\ufeff${delimited(lines)}`) }),
  'Excel’s “Unicode text”: UTF-16 and tabs': () => ({ name: 'Somerset.txt', bytes: utf16(delimited(lines, '\t')) }),
  'semicolons, as where the comma is the decimal mark': () => ({ bytes: utf8(delimited(lines, ';')) }),
  'Windows-1252': () => ({ bytes: windows1252(delimited(lines)) }),
  'the April form as a workbook, with shared strings, serial dates and merged group headings': () => ({
    name: 'Somerset.xlsx',
    bytes: xlsxOf(template('April'), { text: 'shared', merged: ['A1:T1', 'U1:AD1'], guidance: true }),
    setAside: 2,
  }),
  'the June form as a workbook, with inline strings, formulas, hidden rows and hidden columns': () => ({
    name: 'Somerset.xlsx',
    bytes: xlsxOf(template('June'), {
      text: 'inline',
      formulas: true,
      hiddenRows: [5, 7],
      hiddenColumns: [3, 9, 30],
      guidance: true,
    }),
    setAside: 2,
  }),
  'a workbook whose authority is merged down the rows': () => {
    const own = clean.fields.indexOf('la_code');
    const rows = clean.rows.map((row, at) => row.map((cell, column) => (column === own && at > 0 ? '' : cell)));
    const letter = columnLetters(own);
    return {
      name: 'x.xlsx',
      bytes: xlsxOf([clean.headings, ...rows], { text: 'shared', merged: [`${letter}2:${letter}7`] }),
    };
  },
  'an OpenDocument sheet': () => ({ name: 'Somerset.ods', bytes: odsOf(lines) }),
  'JSON-LD placement records': () => {
    const records = clean.rows.map((row) => ({
      '@context': 'https://example.org/context.jsonld',
      ...Object.fromEntries(clean.fields.map((name, at) => [`ps:${name}`, row[at]])),
    }));
    return { name: 'Somerset.jsonld', bytes: utf8(JSON.stringify({ '@graph': records })) };
  },
  'an archive of a CSV and a workbook': () => ({
    name: 'returns.zip',
    bytes: zip({
      'Q1/one.csv': utf8(delimited([clean.headings, ...clean.rows.slice(0, 3)])),
      'Q1/two.xlsx': xlsxOf([clean.headings, ...clean.rows.slice(3)], { text: 'shared' }),
      '__MACOSX/._one.csv': 'noise',
    }),
  }),
  'titles and a classification above': () => ({
    bytes: utf8(delimited([wide('OFFICIAL SENSITIVE'), wide('Somerset Council, quarter 1'), wide(), ...lines])),
  }),
  'notes and totals below': () => ({
    bytes: utf8(
      delimited([...lines, wide(), wide('', 'Total', '6'), wide('', 'Note: prepared by the placements team in July')]),
    ),
    setAside: 2,
  }),
  'blank rows and columns': () => ({
    bytes: utf8(
      delimited(
        lines.flatMap((line) => [
          [...line.slice(0, 5), '', ...line.slice(5), '', ''],
          Array.from({ length: width + 3 }, () => ''),
        ]),
      ),
    ),
  }),
  'ragged rows: nothing written after the last value, or more separators than headings': () => {
    const short = [...clean.fields.keys()].reverse().find((at) => clean.rows.every((row) => row[at] !== '')) ?? 0;
    return {
      bytes: utf8(delimited(lines.map((line, at) => (at % 2 === 1 ? [...line, '', ''] : line.slice(0, short + 1))))),
    };
  },
  'headings repeated where files were pasted together': () => ({
    bytes: utf8(delimited([...lines.slice(0, 4), clean.headings, ...lines.slice(4)])),
    setAside: 1,
  }),
  'headings that take two lines': () => {
    const { headings, rows } = grid('label');
    const cut = headings.map((heading) => /^(\S+) (.+)$/.exec(heading)?.slice(1) ?? [heading, '']);
    return { bytes: utf8(delimited([cut.map(([upper = '']) => upper), cut.map(([, lower = '']) => lower), ...rows])) };
  },
  'smart quotes, non-breaking and zero-width spaces': () => {
    const { headings, rows } = grid('label', (text, field) =>
      field.type === 'text' ? `\u00a0${text}\u200b ` : `\u200b\u00a0${text.replaceAll(' ', '\u00a0')}\u00a0`,
    );
    return {
      bytes: utf8(
        delimited([
          headings.map((one) => `\ufeff${one.replaceAll(' ', '\u00a0').replaceAll("'", '’')}\u200b`),
          ...rows,
        ]),
      ),
    };
  },
  'Excel’s leading apostrophe, and figures kept as text': () => ({
    bytes: utf8(
      delimited([
        clean.headings,
        ...clean.rows.map((row) =>
          row.map((cell, at) => (at % 2 === 0 ? `'${cell}` : /^\d+$/.test(cell) ? `="${cell}"` : cell)),
        ),
      ]),
    ),
  }),
  'dates of every style in one column': () => ({
    bytes: utf8(
      delimited(
        spelt(['date'], (text, at) => {
          const { y, m, d, month } = day(text);
          return (
            [
              text,
              `${d}/${m}/${y}`,
              `${d}.${m}.${y.slice(2)}`,
              `${Number(d)} ${month} ${y}`,
              String(serialOf(text)),
              `${d}-${month.slice(0, 3)}-${y} 00:00`,
            ][at] ?? text
          );
        }),
      ),
    ),
  }),
  'thousands separators and pound signs': () => ({
    bytes: utf8(
      delimited(
        spelt(['money'], (text, at) => {
          const grouped = Number(text).toLocaleString('en-GB', { minimumFractionDigits: 2 });
          return (
            [
              `£${grouped}`,
              `${grouped}`,
              `£ ${grouped} pw`,
              `GBP ${grouped}`,
              ` ${text} `,
              grouped.replace(',', '\u00a0'),
            ][at] ?? text
          );
        }),
      ),
    ),
  }),
  'values mangled by the wrong encoding': () => {
    const { headings, rows } = grid('name', (text, field) => {
      if (field.name === 'neededBy') return mangled(text.replace('< 5 days', '≤5 days'));
      return field.type === 'money' ? mangled(`£${text}\u00a0`) : text;
    });
    return { bytes: utf8(delimited([headings, ...rows])) };
  },
  'columns given twice': () => {
    const { headings, rows } = clean;
    const own = clean.fields.indexOf('totalWeeklyCost');
    const heading = headings[own] ?? '';
    return {
      bytes: utf8(
        delimited([
          [...headings, heading],
          ...rows.map((row, at) => [
            ...row.map((cell, column) => (column === own && at % 2 === 0 ? '' : cell)),
            row[own] ?? '',
          ]),
        ]),
      ),
    };
  },
  'misspelt headings whose meaning was confirmed': () => ({
    bytes: utf8(
      delimited([
        clean.headings.map((one) => ({ childId: 'chyld id', totalWeeklyCost: 'totl cost' })[one] ?? one),
        ...clean.rows,
      ]),
    ),
    mapping: { 'chyld id': 'childId', 'totl cost': 'totalWeeklyCost' },
  }),
};

const asideOf = (arrivals: readonly Arrival[]) =>
  arrivals.reduce((sum, one) => sum + (one.status === 'loaded' ? one.setAside : 0), 0);

describe('what loads is the truth, cell by cell, from', () => {
  it('a truth with something in every field', () => {
    for (const field of fields.filter(({ type }) => type !== 'officer'))
      expect(new Set(truth.map((_, at) => said(field, at))).has(''), field.name).toBe(false);
  });

  it.each(Object.entries(varieties))('%s', async (_, make) => {
    const { name = 'Somerset.csv', bytes, setAside = 0, mapping } = make();
    await emptyPool(db);
    const arrivals = await loadFiles(db, [{ name, content: new Blob([new Uint8Array(bytes)]), mapping }]);
    expect(arrivals.map(({ status }) => status).filter((status) => status !== 'loaded')).toEqual([]);
    expect(asideOf(arrivals)).toBe(setAside);
    const held = await contents(db);
    expect(held).toHaveLength(truth.length);
    for (const [at, row] of truth.entries()) {
      const own = held.find((one) => one.childId === row.childId);
      expect(own, `row ${at}`).toEqual(row);
    }
  });
});
