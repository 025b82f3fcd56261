import { expect, test } from 'vitest';
import { officers } from '@/data/generate/cell';
import { oddCells } from '@/data/generate/odd';
import { type SampleFile, sampleFiles } from '@/data/generate/sample';
import { type FieldName, fields } from '@/lib/standard/fields';
import { readReturn } from './read-return';

const files = sampleFiles();
const fileOf = (start: string): SampleFile => {
  const file = files.find(({ name }) => name.startsWith(start));
  if (!file) throw new Error(`No file of ${start}`);
  return file;
};
const key = (text: string) => text.toLowerCase().replace(/[\s_\-–’'?]+/g, '');

/** Header → the standard's field, by the standard's own table. */
const fieldByHeading = new Map<string, FieldName>(
  fields.flatMap((field) =>
    [field.name, field.template ?? '', field.json ?? '', ...field.headings].map((heading) => [
      key(heading),
      field.name,
    ]),
  ),
);

function column(file: SampleFile, name: FieldName): readonly string[] {
  const { header, rows } = readReturn(file);
  const at = header.findIndex((heading) => fieldByHeading.get(key(heading)) === name);
  return at < 0 ? [] : rows.map((cells) => cells[at] ?? '');
}

test('every column of every file is a field the standard’s table knows by that heading', () => {
  for (const file of files) {
    for (const heading of readReturn(file).header) expect(fieldByHeading.has(key(heading)), heading).toBe(true);
  }
});

test('every category is a spelling the standard’s table knows, but for the odd cells', () => {
  const odd = new Set(oddCells.map(({ text }) => text));
  for (const field of fields) {
    if (field.type !== 'category' && field.type !== 'many') continue;
    const known = new Set((field.options ?? []).flatMap(({ value, aliases = [] }) => [value, ...aliases].map(key)));
    for (const file of files) {
      for (const cell of new Set(column(file, field.name))) {
        for (const word of field.type === 'many' ? cell.split(/ ?[;,|/\n] ?/) : [cell]) {
          if (word !== '' && !odd.has(word)) expect(known, `${file.name} ${field.name} ${word}`).toContain(key(word));
        }
      }
    }
  }
});

test('each file is in its declared encoding, with its mark', () => {
  const start = (name: string) => [...fileOf(name).bytes.subarray(0, 3)];
  expect(start('swindon').slice(0, 2)).toEqual([0xff, 0xfe]);
  for (const name of ['bristol', 'plymouth', 'dorset']) expect(start(name)).toEqual([0xef, 0xbb, 0xbf]);
  const cornwall = fileOf('cornwall').bytes;
  expect(cornwall).toContain(0xa3);
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(cornwall)).toThrow();
});

test('delimiters, dates and costs vary as authorities’ do', () => {
  expect(new Set(files.map(({ house }) => house.delimiter))).toEqual(new Set([',', ';', '\t']));
  const sample = (name: string, field: FieldName) => column(fileOf(name), field).filter(Boolean).slice(0, 200);
  const all = (name: string, field: FieldName, pattern: RegExp) =>
    expect(
      sample(name, field).filter((cell) => !pattern.test(cell)),
      name,
    ).toEqual([]);
  all('somerset', 'referralDate', /^\d{4}-\d\d-\d\d$/);
  all('plymouth', 'referralDate', /^\d\d\/\d\d\/\d{4}$/);
  all('wiltshire', 'referralDate', /^\d\d-\d\d-\d\d$/);
  all('cornwall', 'referralDate', /^\d{1,2} [A-Z][a-z]{2} \d{4}$/);
  all('devon', 'referralDate', /^4[56]\d{3}$/);
  all('bath', 'totalWeeklyCost', /^£\d{1,3}(,\d{3})*(\.\d\d)?$/);
  all('south-gloucestershire', 'totalWeeklyCost', /^\d{1,3}(,\d{3})*(\.\d\d)? pw$/);
});

test('Plymouth’s template keeps its group, description and example rows; the example is not a placement', () => {
  const { bytes } = fileOf('plymouth');
  const text = new TextDecoder().decode(bytes);
  expect(text.startsWith('Determinants of placement availability,,')).toBe(true);
  expect(text).toContain('ABCD2012');
  expect(column(fileOf('plymouth'), 'childId')).not.toContain('ABCD2012');
});

test('authorities are told by code, number or name, or by nothing but the file’s name', () => {
  const told = (name: string) => new Set(column(fileOf(name), 'la_code'));
  expect(told('somerset')).toEqual(new Set(['E06000066']));
  expect(told('torbay')).toEqual(new Set(['880']));
  expect(told('bristol')).toEqual(new Set(['Bristol, City of']));
  expect(told('gloucestershire').size).toBe(0);
});

test('each of the traps is somewhere', () => {
  const blank = (name: string, field: FieldName) => {
    const cells = column(fileOf(name), field);
    return cells.filter((cell) => cell === '').length / cells.length;
  };
  expect(blank('wiltshire', 'neededBy')).toBeGreaterThan(0.9);
  expect(blank('south-gloucestershire', 'isEducationContinuous')).toBe(1);
  expect(column(fileOf('plymouth'), 'riskSexualExploitation')).toEqual([]);
  expect(column(fileOf('gloucestershire'), 'riskSexualExploitation').length).toBeGreaterThan(1000);
  expect(column(fileOf('gloucestershire'), 'riskSelfHarm')).toContain('Low risk');
  expect(column(fileOf('gloucestershire'), 'homeLocation').some((cell) => /^GL\d{2,3}$/.test(cell))).toBe(true);
  expect(column(fileOf('north-somerset'), 'homeLocation')).toEqual([]);
  expect(column(fileOf('north-somerset'), 'recordedDistance').some((cell) => Number(cell) > 20)).toBe(true);
  const urns = files.flatMap((file) => column(file, 'providerURN'));
  for (const word of ['Unregistered', 'Not registered', 'N/A – unreg']) expect(urns).toContain(word);
});

test('a source that counts the child itself never says that none was placed together', () => {
  const cells = column(fileOf('gloucestershire'), 'siblingsPlacedTogether').filter(Boolean);
  expect(cells).not.toContain('0');
});

test('officers are named, and invented', () => {
  const named = new Set(files.flatMap((file) => column(file, 'referralOfficerName')).filter(Boolean));
  expect([...named].every((name) => officers.includes(name))).toBe(true);
  expect(named.size).toBe(officers.length);
});

test('some breakdowns do not add up, and most do', () => {
  const rows = fileOf('devon').rows.filter((row) => row.coreWeeklyCost !== null && row.totalWeeklyCost !== null);
  const out = rows.filter(
    (row) =>
      Math.abs(
        (row.coreWeeklyCost ?? 0) +
          (row.additionalSupportWeeklyCost ?? 0) +
          (row.educationWeeklyCost ?? 0) +
          (row.otherWeeklyCost ?? 0) -
          (row.totalWeeklyCost ?? 0),
      ) > 0.01,
  );
  expect(out.length).toBeGreaterThan(5);
  expect(out.length / rows.length).toBeLessThan(0.1);
});
