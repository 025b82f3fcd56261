import type { Cell, Column, TableRow } from '@/lib/figure/figure';
import { type Context, viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition, notCausal } from '@/lib/measure/cost/caveat';
import { type NeedSpreads, needSpreads } from '@/lib/measure/cost/need-spread';
import { costListColumns, costQueries, type PackedCosts, packedCosts } from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { costCells } from '@/lib/measure/cost/spread';
import type { Measure } from '@/lib/measure/measure';
import { capitalised, comparesView } from '@/lib/measure/needs/rate';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, pounds, text } from '@/lib/measure/words';
import { needFlags } from '@/lib/standard/needs';

type Arm = 'with' | 'without';

/** `withN, withMean, withMedian …`: a distribution's cells under another name, two to a row. */
function armCells(arm: Arm, cells: TableRow): TableRow {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [`${arm}${capitalised(name)}`, cell]));
}

function armColumn(arm: Arm, name: string, label: string, hidden = false): Column {
  return {
    name: `${arm}${capitalised(name)}`,
    label: `${capitalised(arm)}${label}`,
    kind: name === 'n' || name === 'comparisonN' ? 'count' : 'pounds',
    arm: { present: arm === 'with' ? 'Yes' : 'No', name },
    ...(hidden ? { hidden } : {}),
  };
}

function armColumns(arm: Arm, { sides }: Context): readonly Column[] {
  return [
    armColumn(arm, 'n', ': placements'),
    armColumn(arm, 'mean', ': mean', true),
    armColumn(arm, 'median', ': median'),
    armColumn(arm, 'q1', ': lower quartile', true),
    armColumn(arm, 'q3', ': upper quartile', true),
    armColumn(arm, 'p10', ': 10th percentile', true),
    armColumn(arm, 'p90', ': 90th percentile', true),
    ...(comparesView(sides)
      ? [
          armColumn(arm, 'comparisonN', `, ${sides.beforeWords}: placements`, true),
          armColumn(arm, 'comparisonMedian', `, ${sides.beforeWords}: median`),
        ]
      : []),
  ];
}

function columns(context: Context): readonly Column[] {
  return [
    { name: 'secured', label: 'Type of home', kind: 'dimension' },
    { name: 'need', label: 'Field', kind: 'dimension', hidden: true },
    { name: 'label', label: 'Need', kind: 'dimension' },
    ...armColumns('with', context),
    ...armColumns('without', context),
    {
      name: 'unknownN',
      label: 'Not recorded',
      kind: 'count',
      arm: { present: 'Not recorded', name: 'n' },
    },
    { name: 'drawn', label: 'Need and type', kind: 'text', hidden: true },
    { name: 'difference', label: 'Difference of medians', kind: 'pounds', from: ['withMedian', 'withoutMedian'] },
  ];
}

function needRow(
  type: string,
  { name, label }: (typeof needFlags)[number],
  [{ present, absent, unknown }, before]: readonly [NeedSpreads, NeedSpreads],
  context: Context,
): TableRow {
  const own = armCells('with', costCells(present, before.present, context));
  const other = armCells('without', costCells(absent, before.absent, context));
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
function needRows(costs: PackedCosts, context: Context): TableRow[] {
  const against = comparesView(context.sides) ? context.sides.before : [];
  return typeValues.flatMap((type) => {
    const own = costs.types.find((one) => one.type === type);
    const [view, before] = [needSpreads(own, viewSlices), needSpreads(own, against)];
    const rows = needFlags.map((flag) => needRow(type, flag, [view(flag.name), before(flag.name)], context));
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
  draft: (rows, context) => ({
    table: { columns: columns(context), rows: needRows(packedCosts(rows), context) },
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
        ...(comparesView(context.sides) ? { comparison: 'withComparisonMedian' } : {}),
      },
    ],
    ...costBasis(rows),
    caveats: [notCausal, ...costCaveats],
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
