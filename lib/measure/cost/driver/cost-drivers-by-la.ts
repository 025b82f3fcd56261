import type { Column, TableRow, Withheld } from '@/lib/figure/figure';
import { driverCaveats, driverDefinition } from '@/lib/measure/cost/driver/cost-drivers';
import { driverQueries } from '@/lib/measure/cost/driver/draw';
import { driverWords, type Explained, enough, explain, explainAway } from '@/lib/measure/cost/driver/explain';
import type { Measure, Tables } from '@/lib/measure/measure';
import { largePounds, listed, moreOrLess, numeric, percent, text } from '@/lib/measure/words';
import { type Driver, drivers, fewestForDrivers } from '@/lib/method/cost-drivers';

const headings: Readonly<Record<Driver, string>> = {
  volume: 'More or fewer children',
  needMix: 'Higher or lower needs',
  soughtMix: 'Dearer or cheaper homes asked for',
  displacement: 'Homes asked for not found',
  price: 'Higher or lower prices',
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
  const causes = drivers.flatMap((driver, index) => {
    const value = exact.components[index] ?? 0;
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

/** What rose most first; those not shown last, by name. */
function areaRows(areas: readonly Explained[], held: ReadonlySet<string>): readonly TableRow[] {
  const rows = areas.map((one) => areaRow(one, held.has(one.area)));
  const changeOf = (row: TableRow) => numeric(row.change) ?? Number.NEGATIVE_INFINITY;
  return rows.sort((a, b) => (changeOf(a) === changeOf(b) ? 0 : changeOf(b) - changeOf(a)));
}

interface Moved {
  readonly name: string;
  readonly change: number;
  readonly row: TableRow;
}

function movedRows({ table }: Tables): readonly Moved[] {
  return table.rows.flatMap((row) => {
    const change = numeric(row.change);
    return change === null ? [] : [{ name: text(row.la), change, row }];
  });
}

export const notFoundMost = 'Homes asked for and not found added most in';
const named = 3;

/** `Homes asked for and not found added most in Bristol (£178,950 a week), Devon (£128,000) and …`; none where they added nothing. */
function notFound(tables: Tables): readonly string[] {
  const added = movedRows(tables)
    .flatMap(({ name, row }) => {
      const value = numeric(row.displacement);
      return value !== null && value >= 1 ? [{ name, value }] : [];
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, named);
  const said = added.map(({ name, value }, at) => `${name} (${largePounds(value)}${at === 0 ? ' a week' : ''})`);
  return said.length === 0 ? [] : [`${notFoundMost} ${listed(said)}`];
}

/**
 * `Devon: £120,000 more a week (12%), the largest cause: more children placed (£90,000)`, what rose most first; then where
 * homes not found added most.
 */
function sentences(tables: Tables): readonly string[] {
  const each = movedRows(tables).map(({ name, change, row }) => {
    const before = numeric(row.before);
    const share = before === null || before <= 0 ? '' : ` (${percent(Math.abs(change) / before)})`;
    const causes = drivers.flatMap((driver) => {
      const value = numeric(row[driver]);
      // A cause on the side of the change.
      return value === null || value * change <= 0 ? [] : [{ words: driverWords(driver, value).toLowerCase(), value }];
    });
    const [most] = causes.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    return `${name}: ${moreOrLess(change)} a week${share}${most ? `, the largest cause: ${most.words} (${largePounds(Math.abs(most.value))})` : ''}`;
  });
  return [...each, ...notFound(tables)];
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
      table: { columns, rows: areaRows(areas, held) },
      working: () => ({ table: { columns, rows: areaRows(areas, new Set()) }, exclusions: [] }),
      disclosure: { kind: 'derived', counts: ['beforeN', 'afterN'] },
      charts: [],
      n: areas.reduce((sum, { exact }) => sum + exact.nBefore + exact.nAfter, 0),
      exclusions: [],
      caveats: [
        ...driverCaveats,
        'Each authority is explained by itself: its causes do not add to the region’s.',
        ...(held.size > 0
          ? [
              'An authority of many placements is hidden [c] where what a much smaller one paid could be worked out without it.',
            ]
          : []),
      ],
      warnings: [],
    };
  },
  headline: (tables) => {
    const said = movedRows(tables);
    if (said.length === 0) return 'Too few placements in any authority to explain a change in cost';
    const most = said.reduce((high, one) => (Math.abs(one.change) > Math.abs(high.change) ? one : high));
    const rose = said.filter(({ change }) => change > 0).length;
    const rest = tables.table.rows.length - said.length;
    const of =
      rest === 0
        ? `${said.length} authorities`
        : `the ${said.length} authorities that can be shown (of ${said.length + rest})`;
    return `Newly agreed cost rose in ${rose} of ${of}; it changed most in ${most.name} (${moreOrLess(most.change)} a week)`;
  },
  sentences,
};
