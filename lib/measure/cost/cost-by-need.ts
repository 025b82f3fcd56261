import type { Cell, Column, TableRow } from '@/lib/figure/figure';
import { viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition, notCausal } from '@/lib/measure/cost/caveat';
import { type NeedSpreads, needSpreads } from '@/lib/measure/cost/need-spread';
import { costListColumns, costQueries, type PackedCosts, packedCosts } from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { spreadCells } from '@/lib/measure/cost/spread';
import type { Measure } from '@/lib/measure/measure';
import { capitalised } from '@/lib/measure/needs/rate';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, pounds, text } from '@/lib/measure/words';
import type { Spread } from '@/lib/method/grouped-spread';
import { needFlags } from '@/lib/standard/needs';

/** `withN, withMean, withMedian …`: a distribution's cells under another name, two to a row. */
function armCells(arm: 'with' | 'without', spread: Spread): TableRow {
  return Object.fromEntries(
    Object.entries(spreadCells(spread)).map(([name, cell]) => [`${arm}${capitalised(name)}`, cell]),
  );
}

function armColumns(arm: 'with' | 'without', words: string): readonly Column[] {
  const column = (name: string, label: string, hidden = false): Column => ({
    name: `${arm}${name}`,
    label: `${words}: ${label}`,
    kind: name === 'N' ? 'count' : 'pounds',
    arm: { present: arm === 'with' ? 'Yes' : 'No', name: name.toLowerCase() },
    ...(hidden ? { hidden } : {}),
  });
  return [
    column('N', 'placements'),
    column('Mean', 'mean', true),
    column('Median', 'median'),
    column('Q1', 'lower quartile', true),
    column('Q3', 'upper quartile', true),
    column('P10', '10th percentile', true),
    column('P90', '90th percentile', true),
  ];
}

const columns: readonly Column[] = [
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  { name: 'need', label: 'Field', kind: 'dimension', hidden: true },
  { name: 'label', label: 'Need', kind: 'dimension' },
  ...armColumns('with', 'With'),
  ...armColumns('without', 'Without'),
  {
    name: 'unknownN',
    label: 'Not recorded',
    kind: 'count',
    arm: { present: 'Not recorded', name: 'n' },
  },
  { name: 'drawn', label: 'Need and type', kind: 'text', hidden: true },
  { name: 'difference', label: 'Difference of medians', kind: 'pounds' },
];

function needRow(
  type: string,
  { name, label }: (typeof needFlags)[number],
  { present, absent, unknown }: NeedSpreads,
): TableRow {
  const own = armCells('with', present);
  const other = armCells('without', absent);
  const [high, low] = [own.withMedian, other.withoutMedian];
  const missing: Cell = typeof high === 'number' ? (low ?? 0) : (high ?? 0);
  return {
    secured: type,
    need: name,
    label,
    drawn: `${label}, ${spoken(type)}`,
    ...own,
    ...other,
    unknownN: unknown.n,
    difference: typeof high === 'number' && typeof low === 'number' ? high - low : missing,
  };
}

/** Within each type the greatest difference first, those not shown last. */
function needRows(costs: PackedCosts): TableRow[] {
  return typeValues.flatMap((type) => {
    const spreads = needSpreads(
      costs.types.find((one) => one.type === type),
      viewSlices,
    );
    const rows = needFlags.map((flag) => needRow(type, flag, spreads(flag.name)));
    const size = (row: TableRow) => numeric(row.difference) ?? Number.NEGATIVE_INFINITY;
    return rows.sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)));
  });
}

export const costByNeed: Measure = {
  id: 'cost-by-need',
  title: 'Cost per week with and without each need',
  pages: ['cost'],
  basis: 'placement',
  columns: [...costListColumns, ...setAsideColumns],
  subject: 'Placements with a usable cost',
  by: 'by type of home secured and each of 23 needs',
  definition: {
    ...costDefinition,
    words:
      'For each type of home and each need: what placements cost a week for children recorded with it, for those recorded without it, and the difference of the medians.',
    formula: 'median cost (need recorded yes) − median cost (need recorded no), within a type',
    denominator: `${costDefinition.denominator} Children whose need is not recorded are in neither group, and counted.`,
  },
  queries: () => ({ ...costQueries, setAside: setAsideQuery }),
  draft: (rows) => ({
    table: { columns, rows: needRows(packedCosts(rows)) },
    disclosure: { kind: 'costs' },
    charts: [
      {
        kind: 'dumbbell',
        label: 'drawn',
        from: 'withoutMedian',
        to: 'withMedian',
        format: 'pounds',
        fromLabel: 'Without the need',
        toLabel: 'With the need',
      },
    ],
    ...costBasis(rows),
    caveats: [...costCaveats, notCausal],
    warnings: [],
  }),
  headline: ({ table }) => {
    const said = table.rows.flatMap((row) => {
      // From the medians as shown, so that a reader who subtracts gets the same.
      const [high, low] = [numeric(row.withMedian), numeric(row.withoutMedian)];
      const [own, other] = [numeric(row.withN) ?? 0, numeric(row.withoutN) ?? 0];
      return high === null || low === null || Math.min(own, other) < 10 ? [] : [{ row, difference: high - low }];
    });
    const most = said.reduce<(typeof said)[number] | null>(
      (high, one) => (high === null || one.difference > high.difference ? one : high),
      null,
    );
    if (most === null) return 'Too few placements with a usable cost to compare any need';
    const type = capitalised(spoken(text(most.row.secured)));
    const amount = pounds(Math.abs(most.difference));
    return `${type} costs ${amount} a week ${most.difference < 0 ? 'less' : 'more'} at the median for children with: ${text(most.row.label).toLowerCase()}`;
  },
};
