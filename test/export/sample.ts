import fc from 'fast-check';
import type { ExportContext } from '@/lib/export/export';
import type { Cell, Figure, Table } from '@/lib/figure/figure';

export const context: ExportContext = {
  title: 'Needs sought and provision secured',
  filter: 'Somerset · foster sought · April 2025 to March 2026',
  link: 'https://example.test/needs?la=E06000066&sought=Foster&from=2025-04&to=2026-03',
  poolName: 'South West returns',
  poolDate: '2026-03-31',
  smallNumbers: 'Counts of 1 to 4 are hidden and others rounded to the nearest 5. As agreed by the region.',
  written: '2026-11-21',
  definitions: [{ term: 'Match rate', meaning: 'Placements of a preferred type, as a share of those with one.' }],
};

const table: Table = {
  columns: [
    { name: 'sought', label: 'Type sought', kind: 'dimension' },
    { name: 'la_code', label: 'Authority code', kind: 'dimension', hidden: true },
    { name: 'month', label: 'Month', kind: 'dimension' },
    { name: 'n', label: 'Placements', kind: 'count' },
    { name: 'rate', label: 'Matched', kind: 'rate' },
    { name: 'median', label: 'Median cost a week', kind: 'pounds' },
    { name: 'change', label: 'Change', kind: 'points' },
  ],
  rows: [
    {
      sought: 'Foster',
      la_code: 'E06000066',
      month: '2026-01',
      n: 1204,
      rate: 0.7812345,
      median: 861.5,
      change: -0.031,
    },
    {
      sought: 'Residential',
      la_code: 'E06000066',
      month: '2026-02',
      n: { symbol: 'c', reason: 'fewer than 5' },
      rate: { symbol: 'c', reason: 'fewer than 5' },
      median: { symbol: 'u', reason: 'fewer than 5' },
      change: 0,
    },
    { sought: '=HYPERLINK("x")', la_code: '-1+1', month: '2026-03', n: 5, rate: 1, median: 5100, change: 0.25 },
  ],
};

export const figure: Figure = {
  id: 'match-rate',
  title: 'Placements of a type that was asked for',
  headline: '78% got the type of home that was asked for, 3 points fewer than the year before',
  subtitle: 'Placements with a preferred type, Somerset, April 2025 – March 2026; n = 1,209',
  table,
  extra: { byYear: { columns: table.columns.slice(0, 1), rows: [{ sought: 'Foster' }] } },
  charts: [],
  n: 1209,
  exclusions: [
    { label: 'no preference recorded', n: 812 },
    { label: 'not placed', n: { symbol: 'c', reason: '1–4' } },
  ],
  caveats: ['The home’s own address is not in the standard.'],
  warnings: ['One authority never asked about sexual exploitation.'],
  source: 'Placements Data Standard returns, “South West returns”',
  protection: 'sharing',
  restsOn: 'Rests on 40 of 50 records (80%).',
  recording: [{ badge: 'A risk never asked', detail: 'Never asked in a.csv: Eating disorder.' }],
  protectionNotes: ['1 number is suppressed.'],
};

export const working: Figure = { ...figure, protection: 'working', protectionNotes: [] };

const label = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+44', '-x', '@a', '\tb', '\rc', 'a,"b"\r\nc', ''),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  label,
  fc.record({ symbol: fc.constantFrom('c', 'z', 'x', 'low', 'u'), reason: label }),
);

/** Figures with any table: random columns, kinds, numbers, texts and withheld cells. */
export const anyFigure: fc.Arbitrary<Figure> = fc
  .uniqueArray(fc.stringMatching(/^[a-z][A-Za-z_]{0,8}$/), { minLength: 1, maxLength: 6 })
  .filter((names) => !names.includes('status'))
  .chain((names) =>
    fc.array(fc.record(Object.fromEntries(names.map((name) => [name, cell]))), { maxLength: 12 }).map((rows) => ({
      ...figure,
      table: { columns: names.map((name) => ({ name, label: name, kind: 'number' as const })), rows },
    })),
  );
