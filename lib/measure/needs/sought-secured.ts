/** The matrix: placements by the type asked for and the type found. */
import type { Query } from '@/lib/database/database';
import type { Cell, Column, Draft, Table, TableRow, Withheld } from '@/lib/figure/figure';
import { checked, count, slice } from '@/lib/measure/check';
import { type Context, viewSlices } from '@/lib/measure/context';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { fractionalRows } from '@/lib/measure/needs/fractional';
import { outcomeOf } from '@/lib/measure/needs/outcome';
import { noPlacements } from '@/lib/measure/needs/rate';
import { securedValues, soughtValues, spoken, typeValues } from '@/lib/measure/needs/type';
import { fewestForPercent, number, numeric, percent, referrals, text, tooFew } from '@/lib/measure/words';

export const matrixQuery: Query = {
  sql: 'SELECT slice, outcome, count(*)::DOUBLE AS n FROM kept GROUP BY ALL',
  parameters: [],
};

const none = 'No placement recorded';
const all = 'All';
const notPlaced: Withheld = { symbol: 'z', reason: 'Shares are of placements made' };

export interface Matrix {
  readonly at: (sought: string, secured: string) => number;
  readonly placedOf: (sought: string) => number;
}

function outcomes(rows: RowsByQuery, slices: readonly number[]) {
  return checked(rows, 'matrix', { slice, outcome: count, n: count })
    .filter((row) => slices.includes(row.slice))
    .map(({ outcome, n }) => ({ ...outcomeOf(outcome), n }));
}

/** Counts of the given slices. */
export function matrixOf(rows: RowsByQuery, slices: readonly number[]): Matrix {
  const counts = new Map<string, number>();
  for (const { sought, secured, n } of outcomes(rows, slices)) {
    const key = `${sought}|${secured}`;
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  const at = (sought: string, secured: string) => counts.get(`${sought}|${secured}`) ?? 0;
  return { at, placedOf: (sought) => typeValues.reduce((sum, secured) => sum + at(sought, secured), 0) };
}

const columns: readonly Column[] = [
  { name: 'sought', label: 'Type sought', kind: 'dimension' },
  { name: 'secured', label: 'Type secured', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'rowRate', label: 'Share of those placed', kind: 'rate' },
];

function rowRate(n: number, rowN: number, secured: string): Cell {
  if (secured === none) return notPlaced;
  return rowN === 0 ? noPlacements : n / rowN;
}

function marginRows({ at }: Matrix): readonly TableRow[] {
  const sum = (soughts: readonly string[], secureds: readonly string[]) =>
    soughts.reduce((total, sought) => total + secureds.reduce((part, secured) => part + at(sought, secured), 0), 0);
  return [
    ...soughtValues.map((sought) => ({ sought, secured: all, n: sum([sought], securedValues) })),
    ...securedValues.map((secured) => ({ sought: all, secured, n: sum(soughtValues, [secured]) })),
    { sought: all, secured: all, n: sum(soughtValues, securedValues) },
  ];
}

function draft(rows: RowsByQuery, _context: Context): Draft {
  const matrix = matrixOf(rows, viewSlices);
  const margins = marginRows(matrix);
  const sets = outcomes(rows, viewSlices).filter(({ sought }) => sought === 'Several preferred');
  const counted = { kind: 'crossed', row: 'sought', column: 'secured', value: 'n' } as const;
  return {
    table: {
      columns,
      rows: soughtValues.flatMap((sought) =>
        securedValues.map((secured) => {
          const n = matrix.at(sought, secured);
          const rowN = matrix.placedOf(sought);
          return { sought, secured, n, rowRate: rowRate(n, rowN, secured) };
        }),
      ),
    },
    extra: {
      margins: {
        table: { columns: columns.slice(0, 3), rows: margins },
        disclosure: { kind: 'rounded', counts: ['n'] },
      },
      fractional: {
        table: { columns: columns.slice(0, 3), rows: fractionalRows(matrix, sets) },
        disclosure: { kind: 'rounded', counts: ['n'] },
      },
    },
    disclosure: counted,
    charts: [
      { kind: 'matrix', row: 'sought', column: 'secured', value: 'n', share: 'rowRate' },
      { kind: 'sankey', from: 'sought', to: 'secured', value: 'n' },
    ],
    n: numeric(margins[margins.length - 1]?.n) ?? 0,
    exclusions: [],
    caveats: [caveats.preference, caveats.foundOnly, caveats.noStock],
    warnings: [],
  };
}

/** Placed rows of one type sought, as shown; null where any of them is not. */
function shownPlaced(table: Table, sought: Cell | undefined): number | null {
  const cells = table.rows.filter((row) => row.sought === sought && row.secured !== none).map((row) => numeric(row.n));
  return cells.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
}

/** `Of 385 referrals that asked for foster care, 335 got it`: both as they stand in the table, where a share may not be said. */
function inNumbers({ table, extra }: Pick<Tables, 'table' | 'extra'>): string | null {
  const found = table.rows.flatMap((row) => {
    const whole = extra.margins?.rows.find(({ sought, secured }) => sought === row.sought && secured === 'All');
    const [all, got] = [numeric(whole?.n), numeric(row.n)];
    const sayable =
      row.sought === row.secured && all !== null && got !== null && all >= fewestForPercent && got > 0 && got <= all;
    return sayable ? [{ type: spoken(text(row.sought)), all, got }] : [];
  });
  const [most] = found.sort((a, b) => b.all - a.all);
  return most ? `Of ${referrals(most.all)} that asked for ${most.type}, ${number(most.got)} got it` : null;
}

/** The type asked for most, and how often it was found. */
function headline({ table, extra, n }: Tables): string {
  const found = table.rows.flatMap((row) => {
    const placed = shownPlaced(table, row.sought);
    const share = numeric(row.rowRate);
    return row.sought === row.secured && placed !== null && placed >= fewestForPercent && share !== null
      ? [{ type: spoken(text(row.sought)), placed, share }]
      : [];
  });
  const [most] = found.sort((a, b) => b.placed - a.placed);
  if (most === undefined)
    return inNumbers({ table, extra }) ?? (typeof n === 'number' && n > 0 ? `${referrals(n)} recorded` : tooFew(n));
  return `Where ${most.type} was sought, ${percent(most.share)} of those placed got ${most.type}`;
}

export const soughtSecured: Measure = {
  id: 'sought-secured',
  title: 'Needs sought and provision secured',
  pages: ['needs', 'overview'],
  basis: 'referral',
  columns: ['outcome'],
  definition: {
    words:
      'How many placements were sought of each type and what was found. "Several preferred": more than one type was marked Preferred; "Not stated": none was. The fractional view shares each "several preferred" row equally among its types; the two views are never mixed.',
    formula: 'n(sought, secured); share of a row = n(sought, secured) ÷ placements made with that type sought',
    denominator: 'All rows of the view; shares are of rows with a placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type.',
  },
  subject: 'Placements',
  by: 'by type sought and type secured',
  queries: () => ({ matrix: matrixQuery }),
  draft,
  headline,
};
