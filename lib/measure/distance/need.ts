/** Distance for children with each need, beside those without it. */
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { checked, count } from '@/lib/measure/check';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { capitalised, rateCells } from '@/lib/measure/needs/rate';
import { packs, unpack } from '@/lib/measure/packed';
import { numeric, sayable, text, tooFew } from '@/lib/measure/words';
import { dfeBandSql } from '@/lib/place/band';
import { type NeedFlag, needFlags } from '@/lib/standard/needs';

const queries: Readonly<Record<string, Query>> = Object.fromEntries(
  packs.map(({ name }) => [
    name,
    {
      sql: `SELECT ${name} AS code, ${dfeBandSql()} AS band, count(*)::DOUBLE AS n FROM kept
        WHERE slice <= 2 AND secured <> 'No placement recorded' GROUP BY ALL`,
      parameters: [],
    },
  ]),
);

interface Arm {
  over: number;
  known: number;
}

interface NeedCounts {
  readonly yes: Arm;
  readonly no: Arm;
  notRecorded: number;
}

/** Counts of both arms of every need; and of all placements, from the first pack. */
function needCounts(rows: RowsByQuery): { of: ReadonlyMap<NeedFlag, NeedCounts>; placed: number; unknown: number } {
  const of = new Map<NeedFlag, NeedCounts>(
    needFlags.map(({ name }) => [name, { yes: { over: 0, known: 0 }, no: { over: 0, known: 0 }, notRecorded: 0 }]),
  );
  let placed = 0;
  let unknown = 0;
  packs.forEach((pack, index) => {
    for (const { code, band, n } of checked(rows, pack.name, { code: count, band: count, n: count })) {
      if (index === 0) placed += n;
      if (index === 0 && band === 2) unknown += n;
      for (const { flag, value } of unpack(pack, code)) {
        const counts = of.get(flag);
        if (!counts) continue;
        if (band === 2) continue;
        if (value === null) counts.notRecorded += n;
        else addTo(value ? counts.yes : counts.no, band, n);
      }
    }
  });
  return { of, placed, unknown };
}

function addTo(arm: Arm, band: number, n: number): void {
  arm.known += n;
  if (band === 1) arm.over += n;
}

function withoutColumn(name: 'K' | 'N' | 'Rate' | 'Lower' | 'Upper', label: string, hidden = true): Column {
  const kind = name === 'K' || name === 'N' ? 'count' : 'rate';
  const arm = { present: 'No', name: name.toLowerCase() } as const;
  return { name: `without${name}`, label, kind, arm, ...(hidden ? { hidden } : {}) };
}

const without: readonly Column[] = [
  withoutColumn('K', 'Without it: more than 20 miles'),
  withoutColumn('N', 'Without it: distance known'),
  withoutColumn('Rate', 'Without it', false),
  withoutColumn('Lower', 'Without it: 95% interval from'),
  withoutColumn('Upper', 'Without it: to'),
];

const columns: readonly Column[] = [
  { name: 'need', label: 'Field', kind: 'dimension', hidden: true },
  { name: 'label', label: 'Need', kind: 'dimension' },
  { name: 'k', label: 'With it: more than 20 miles', kind: 'count', arm: { present: 'Yes', name: 'k' } },
  { name: 'n', label: 'With it: distance known', kind: 'count', arm: { present: 'Yes', name: 'n' } },
  { name: 'rate', label: 'With it', kind: 'rate', arm: { present: 'Yes', name: 'rate' } },
  { name: 'lower', label: '95% interval from', kind: 'rate', arm: { present: 'Yes', name: 'lower' } },
  { name: 'upper', label: 'to', kind: 'rate', arm: { present: 'Yes', name: 'upper' } },
  ...without,
  { name: 'unknownN', label: 'Need not recorded', kind: 'count', arm: { present: 'Not recorded', name: 'n' } },
];

function withoutCells({ over, known }: Arm): TableRow {
  const cells = Object.entries(rateCells(over, known));
  return Object.fromEntries(cells.map(([name, cell]) => [`without${capitalised(name)}`, cell]));
}

export const distanceByNeed: Measure = {
  id: 'distance-by-need',
  title: 'Distance from home, by need',
  pages: ['distance'],
  basis: 'placement',
  columns: ['secured', 'distanceMiles', ...packs.map(({ name }) => name)],
  definition: {
    words:
      'For each need, the share placed more than 20 miles from home of children recorded with it, beside the share of those recorded without it.',
    formula: 'placements over 20 miles ÷ placements with a known distance, with the need and without it',
    denominator: 'Placements with a known distance and the need recorded yes or no. Not recorded is in neither.',
    source: distanceSource,
  },
  subject: 'Placements',
  by: 'by need',
  queries: () => queries,
  draft: (rows) => {
    const { of, placed, unknown } = needCounts(rows);
    return {
      table: {
        columns,
        rows: needFlags.map(({ name, label }) => {
          const { yes, no, notRecorded } = of.get(name) ?? { yes: emptyArm, no: emptyArm, notRecorded: 0 };
          return {
            need: name,
            label,
            ...rateCells(yes.over, yes.known),
            ...withoutCells(no),
            unknownN: notRecorded,
          };
        }),
      },
      disclosure: { kind: 'rates' },
      charts: [
        {
          kind: 'interval',
          label: 'label',
          estimate: 'rate',
          lower: 'lower',
          upper: 'upper',
          format: 'percent',
          comparison: 'withoutRate',
        },
      ],
      n: placed - unknown,
      exclusions: unknown > 0 ? [{ label: 'Distance not known or not recorded', n: unknown }] : [],
      caveats: [distanceCaveats.overlap, distanceCaveats.mix, distanceCaveats.centroids],
      warnings: [],
    };
  },
  headline: ({ table, n }) => {
    const said = table.rows.flatMap((row) => {
      const [rate, without] = [sayable(row), sayable(row, 'withoutRate', 'withoutN')];
      return rate === null || without === null ? [] : [{ label: text(row.label), rate, without }];
    });
    const most = said.toSorted((a, b) => b.rate - b.without - (a.rate - a.without))[0];
    if (!most) return tooFew(numeric(n) ?? n);
    if (most.rate <= most.without) return 'No need goes with being placed more than 20 miles from home more often';
    return `${most.label}: ${percent(most.rate)} were placed more than 20 miles from home, against ${percent(most.without)} without that need`;
  },
};

const emptyArm: Arm = { over: 0, known: 0 };
