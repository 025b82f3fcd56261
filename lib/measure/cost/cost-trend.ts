import type { Column, Draft, TableRow } from '@/lib/figure/figure';
import { monthLabel } from '@/lib/figure/format';
import { type Context, viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { costListColumns, costQueries, type PackedCosts, packedCosts, trait } from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { costCells, costColumns, spreadsBy } from '@/lib/measure/cost/spread';
import type { Measure } from '@/lib/measure/measure';
import { capitalised, comparesView } from '@/lib/measure/needs/rate';
import { quarterName, timeColumns, viewMonths } from '@/lib/measure/needs/time';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, percent, pounds, text } from '@/lib/measure/words';
import { monthText } from '@/lib/view/month';

type Unit = 'month' | 'quarter';

/** Names of the view's months or quarters, and which one each month falls in. */
function timeline(unit: Unit, context: Context): { names: readonly string[]; of: (month: number) => number } {
  const months = viewMonths(context);
  const labels = months.map((month) => (unit === 'month' ? monthText(month) : quarterName(month)));
  const names = [...new Set(labels)];
  const places = new Map(months.map((month, index) => [month, names.indexOf(labels[index] ?? '')]));
  return { names, of: (month) => places.get(month) ?? names.length };
}

/** How many months later a placement of the other side stands beside the view's: a period later, or at once. */
function lag({ sides }: Context): number {
  const { kind, afterRange, beforeRange } = sides;
  return kind === 'previous' && afterRange && beforeRange ? afterRange.from - beforeRange.from : 0;
}

function timeRows(costs: PackedCosts, unit: Unit, context: Context): TableRow[] {
  const { names, of } = timeline(unit, context);
  const against = comparesView(context.sides) ? context.sides.before : [];
  const later = lag(context);
  return typeValues.flatMap((type) => {
    const own = costs.types.find((one) => one.type === type);
    const spreads = spreadsBy(own, viewSlices, names.length, (traits) => of(trait.month(traits)));
    const before = spreadsBy(own, against, names.length, (traits) => of(trait.month(traits) + later));
    return spreads.map((spread, index) => ({
      [unit]: names[index] ?? '',
      secured: type,
      ...costCells(spread, before[index], context),
    }));
  });
}

function columns(unit: Unit, context: Context): readonly Column[] {
  return [...timeColumns(unit), { name: 'secured', label: 'Type of home', kind: 'dimension' }, ...costColumns(context)];
}

function draft(unit: Unit, rows: Parameters<Measure['draft']>[0], context: Context): Draft {
  return {
    table: { columns: columns(unit, context), rows: timeRows(packedCosts(rows), unit, context) },
    disclosure: { kind: 'costs' },
    charts: [
      {
        ...{ kind: 'line', x: unit, y: 'median', lower: 'q1', upper: 'q3', series: 'secured', format: 'pounds' },
        ...(comparesView(context.sides) ? { comparison: 'comparisonMedian' } : {}),
      },
    ],
    ...costBasis(rows),
    caveats: ['The last month or quarter may still be incomplete.', ...costCaveats],
    warnings: [],
  };
}

/** The latest median of the type most of the money goes to: against the first quarter, or beside what its months ran between. */
function sentence(unit: Unit, rows: readonly TableRow[]): string {
  const size = (type: string) =>
    rows.reduce((sum, row) => sum + (row.secured === type ? (numeric(row.n) ?? 0) * (numeric(row.median) ?? 0) : 0), 0);
  const type = [...typeValues].sort((a, b) => size(b) - size(a))[0];
  const said = rows.filter((row) => row.secured === type && numeric(row.median) !== null);
  const [first, last] = [said[0], said.at(-1)];
  const [from, to] = [numeric(first?.median), numeric(last?.median)];
  if (!type || first === last || from === null || to === null || from <= 0)
    return `Too few placements with a usable cost to show a change by ${unit}`;
  // A month is too few placements to set against another: what they ran between is said instead.
  if (unit === 'month') {
    const medians = said.flatMap((row) => numeric(row.median) ?? []);
    const [low, high] = [Math.min(...medians), Math.max(...medians)];
    return `${capitalised(spoken(type))} cost ${pounds(to)} a week at the median in ${monthLabel(text(last?.month))}; in the months shown it ran from ${pounds(low)} to ${pounds(high)}`;
  }
  const change = to / from - 1;
  const words = Math.abs(change) < 0.005 ? 'the same' : `${percent(Math.abs(change))} ${change > 0 ? 'more' : 'less'}`;
  return `${capitalised(spoken(type))} cost ${pounds(to)} a week at the median in ${monthLabel(text(last?.[unit]))}, ${words} ${words === 'the same' ? 'as' : 'than'} in ${monthLabel(text(first?.[unit]))} (${pounds(from)})`;
}

function trend(unit: Unit, id: string, title: string): Measure {
  return {
    id,
    title,
    pages: ['cost'],
    basis: 'placement',
    columns: [...costListColumns, ...setAsideColumns],
    subject: 'Placements with a usable cost',
    by: `by ${unit} of placement and type of home secured`,
    definition: {
      ...costDefinition,
      words: `The median weekly cost of placements agreed in each ${unit}, with the band in which the middle half lies.`,
      formula: `median, lower and upper quartile of total weekly cost by ${unit} of placement and type secured`,
    },
    queries: () => ({ ...costQueries, setAside: setAsideQuery }),
    draft: (rows, context) => draft(unit, rows, context),
    headline: ({ table }) => sentence(unit, table.rows),
  };
}

export const costTrend = trend('month', 'cost-trend', 'Cost per week over time, by month');
export const costTrendQuarterly = trend('quarter', 'cost-trend-quarterly', 'Cost per week over time, by quarter');
