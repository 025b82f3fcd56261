import type { Column, TableRow, Withheld } from '@/lib/figure/figure';
import { driverCaveats, driverDefinition, pennies } from '@/lib/measure/cost/driver/cost-drivers';
import { driverQueries } from '@/lib/measure/cost/driver/draw';
import { type Explained, enough, explain, explainAway } from '@/lib/measure/cost/driver/explain';
import type { Measure } from '@/lib/measure/measure';
import { numeric, pounds, text } from '@/lib/measure/words';
import { type Driver, drivers, fewestForDrivers } from '@/lib/method/cost-drivers';

const headings: Readonly<Record<Driver, string>> = {
  volume: 'Number of children',
  needMix: 'Level of need',
  soughtMix: 'Homes asked for',
  displacement: 'Homes found or not',
  price: 'Prices',
};

const columns: readonly Column[] = [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'beforeN', label: 'Placements before', kind: 'count' },
  { name: 'afterN', label: 'Placements after', kind: 'count' },
  { name: 'before', label: 'Before, £ a week', kind: 'pounds' },
  { name: 'after', label: 'After, £ a week', kind: 'pounds' },
  { name: 'change', label: 'Change', kind: 'pounds' },
  ...drivers.flatMap((driver): Column[] => [
    { name: driver, label: headings[driver], kind: 'pounds' },
    { name: `${driver}Lower`, label: `${headings[driver]}: 90% interval from`, kind: 'pounds', hidden: true },
    { name: `${driver}Upper`, label: `${headings[driver]}: to`, kind: 'pounds', hidden: true },
  ]),
  { name: 'borrowed', label: 'Prices and shares borrowed', kind: 'number', hidden: true },
];

const few: Withheld = { symbol: 'u', reason: `Too few: under ${fewestForDrivers} placements in a period` };

/** What may be shared of those not shown must be of so many placements together, or of none: the strictest threshold there is. */
const fewestTogether = 10;

const hidden: Withheld = {
  symbol: 'c',
  reason: 'Hidden so that what a smaller authority paid cannot be worked out from the total',
};

/**
 * The areas whose amounts are held back in the sharing view though they are large enough: an amount is a sum, and the
 * region's less all the others' is what the one left out paid. The smallest go until those left out are many.
 */
export function heldBack(areas: readonly Explained[]): ReadonlySet<string> {
  const apart = areas.filter(({ exact }) => !enough(exact));
  const bySize = areas
    .filter(({ exact }) => enough(exact))
    .sort((a, b) => a.exact.nBefore + a.exact.nAfter - (b.exact.nBefore + b.exact.nAfter));
  const held: Explained[] = [];
  const exposed = () => {
    const out = [...apart, ...held];
    const sums = [
      out.reduce((sum, { exact }) => sum + exact.nBefore, 0),
      out.reduce((sum, { exact }) => sum + exact.nAfter, 0),
    ];
    return sums.some((n) => n > 0 && n < fewestTogether);
  };
  while (exposed()) {
    const next = bySize.shift();
    if (next === undefined) break;
    held.push(next);
  }
  return new Set(held.map(({ area }) => area));
}

function areaRow({ area, name, exact, whiskers }: Explained, held: boolean): TableRow {
  const own = { la_code: area, la: name, beforeN: exact.nBefore, afterN: exact.nAfter };
  const others = columns.filter((column) => !(column.name in own)).map((column) => [column.name, held ? hidden : few]);
  if (held || !enough(exact)) return { ...own, ...Object.fromEntries(others) };
  const amounts = pennies(exact);
  const causes = drivers.flatMap((driver, index) => {
    const value = amounts[index] ?? 0;
    const whisker = whiskers?.components[index];
    return [
      [driver, value],
      [`${driver}Lower`, whisker?.lower ?? value],
      [`${driver}Upper`, whisker?.upper ?? value],
    ];
  });
  return {
    ...own,
    before: exact.before,
    after: exact.after,
    change: exact.change,
    ...Object.fromEntries(causes),
    borrowed: exact.borrowedPrices + exact.borrowedShares,
  };
}

export const costDriversByAuthority: Measure = {
  id: 'cost-drivers-by-la',
  title: 'What drove the change in cost, by authority',
  pages: ['cost'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with a usable cost in two periods of equal length',
  by: 'by placing authority and cause',
  definition: driverDefinition,
  queries: driverQueries,
  prepare: explainAway,
  draft: (rows, context) => {
    const areas = explain(rows, context).explained.filter(({ area }) => area !== '');
    const held = heldBack(areas);
    return {
      table: { columns, rows: areas.map((one) => areaRow(one, held.has(one.area))) },
      working: () => ({ table: { columns, rows: areas.map((one) => areaRow(one, false)) }, exclusions: [] }),
      disclosure: { kind: 'derived', counts: ['beforeN', 'afterN'] },
      charts: [],
      n: areas.reduce((sum, { exact }) => sum + exact.nBefore + exact.nAfter, 0),
      exclusions: [],
      caveats: [...driverCaveats, 'Each authority is explained by itself: its causes do not add to the region’s.'],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const said = table.rows.flatMap((row) => {
      const change = numeric(row.change);
      return change === null ? [] : [{ name: text(row.la), change }];
    });
    if (said.length === 0) return 'Too few placements in any authority to explain a change in cost';
    const most = said.reduce((high, one) => (Math.abs(one.change) > Math.abs(high.change) ? one : high));
    const rose = said.filter(({ change }) => change > 0).length;
    return `Newly agreed cost rose in ${rose} of ${said.length} authorities; it changed most in ${most.name} (${most.change > 0 ? '+' : ''}${pounds(most.change)} a week)`;
  },
};
