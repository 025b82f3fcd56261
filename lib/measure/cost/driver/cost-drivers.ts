import type { Column, Draft, TableRow, Withheld } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { driverQueries } from '@/lib/measure/cost/driver/draw';
import { driverWords, type Explained, enough, explain, explainAway } from '@/lib/measure/cost/driver/explain';
import { priceTable, shareTable } from '@/lib/measure/cost/driver/factor-table';
import { driverPeriods, periodWords } from '@/lib/measure/cost/driver/period';
import { monthQuery, thinMonths } from '@/lib/measure/cost/driver/thin-month';
import type { Definition, Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { largePounds, listed, moreOrLess, numeric, text } from '@/lib/measure/words';
import { drivers, fewestForDrivers } from '@/lib/method/cost-drivers';
import { rangeLabel } from '@/lib/view/month';

const few: Withheld = { symbol: 'u', reason: `Too few: under ${fewestForDrivers} placements in a period` };

export const driverDefinition: Definition = {
  ...costDefinition,
  words:
    'Why the weekly cost of newly agreed placements changed between two periods of equal length, shared fairly among five causes: how many children, their level of need, the homes asked for, whether those were found, and prices. The five add exactly to the change.',
  formula:
    'C = N · Σ need share · Σ share sought | need · Σ share secured | need, sought · mean cost | need, type; each cause is its Shapley value over the 32 ways of changing some factors and not others',
  source: 'Shapley (1953); Kitagawa (1955); Das Gupta (1993). Bars’ whiskers: 200 Poisson bootstrap draws, 5–95%.',
};

export const driverCaveats: readonly string[] = [
  'More children may be more authorities sending returns, or a first month that is not whole.',
  'It is the weekly price of all placements newly agreed in a period, added up: placements that ended are not taken off, so that it is not what the bill rose by.',
  'It explains by arithmetic what changed, not why it changed: a price that follows need not recorded here counts as price.',
  ...costCaveats,
];

const sizeColumns: readonly Column[] = [
  { name: 'beforeN', label: 'Placements before', kind: 'count', hidden: true },
  { name: 'afterN', label: 'Placements after', kind: 'count', hidden: true },
];

const columns: readonly Column[] = [
  { name: 'driver', label: 'Cause', kind: 'dimension', hidden: true },
  { name: 'label', label: 'Cause', kind: 'text' },
  ...sizeColumns,
  { name: 'value', label: '£ a week', kind: 'pounds' },
  { name: 'lower', label: '90% interval from', kind: 'pounds' },
  { name: 'upper', label: 'to', kind: 'pounds' },
];

function causeRows({ exact, whiskers }: Explained): TableRow[] {
  const sizes = { beforeN: exact.nBefore, afterN: exact.nAfter };
  return drivers.map((driver, index) => {
    const value = exact.components[index] ?? 0;
    const whisker = whiskers?.components[index];
    if (!enough(exact)) return { driver, label: driverWords(driver, 0), ...sizes, value: few, lower: few, upper: few };
    return {
      driver,
      label: driverWords(driver, value),
      ...sizes,
      value,
      lower: whisker?.lower ?? value,
      upper: whisker?.upper ?? value,
    };
  });
}

function totalRow({ exact, whiskers }: Explained): TableRow {
  const large = enough(exact);
  return {
    beforeN: exact.nBefore,
    afterN: exact.nAfter,
    before: large ? exact.before : few,
    after: large ? exact.after : few,
    change: large ? exact.change : few,
    changeLower: large ? (whiskers?.change?.lower ?? exact.change) : few,
    changeUpper: large ? (whiskers?.change?.upper ?? exact.change) : few,
    imputed: exact.imputedPrices,
    borrowed: exact.borrowedPrices + exact.borrowedShares,
  };
}

const totalColumns: readonly Column[] = [
  ...sizeColumns,
  { name: 'before', label: 'Before, £ a week', kind: 'pounds' },
  { name: 'after', label: 'After, £ a week', kind: 'pounds' },
  { name: 'change', label: 'Change', kind: 'pounds' },
  { name: 'changeLower', label: '90% interval from', kind: 'pounds' },
  { name: 'changeUpper', label: 'to', kind: 'pounds' },
  { name: 'imputed', label: 'Prices without a placement, of 18', kind: 'number' },
  { name: 'borrowed', label: 'Of those and of shares, borrowed from the other period', kind: 'number' },
];

function draft(rows: RowsByQuery, context: Context): Draft {
  const { explained, exact } = explain(rows, context);
  const whole = explained.find(({ area }) => area === '');
  const pair = exact.get('');
  const derived = { kind: 'derived', counts: ['beforeN', 'afterN'] } as const;
  const periods = driverPeriods(context);
  const n = whole ? whole.exact.nBefore + whole.exact.nAfter : 0;
  const borrowed = whole ? whole.exact.borrowedPrices + whole.exact.borrowedShares : 0;
  return {
    table: { columns, rows: whole ? causeRows(whole) : [] },
    extra:
      whole && pair
        ? {
            total: { table: { columns: totalColumns, rows: [totalRow(whole)] }, disclosure: derived },
            shares: { table: shareTable(pair), disclosure: { kind: 'rates' } },
            prices: { table: priceTable(pair), disclosure: { kind: 'costs' } },
          }
        : {},
    disclosure: derived,
    charts: [{ kind: 'waterfall', label: 'label', value: 'value', lower: 'lower', upper: 'upper', format: 'pounds' }],
    n,
    exclusions: [],
    caveats: [...driverCaveats, ...(periods ? [`Compared: ${periodWords(periods)}.`] : [])],
    warnings: [
      ...thinMonths(rows, context),
      ...(whole && !enough(whole.exact)
        ? [`There are under ${fewestForDrivers} placements in a period: too few to explain a change.`]
        : []),
      ...(borrowed > 0
        ? ['Some prices or shares exist in one period only and are borrowed from the other: how many is in the table.']
        : []),
    ],
  };
}

/** `More children placed: £1.9m more a week, likely between £1.5m more and £2.3m more`; said where chance alone could have made it. */
function sentences({ table }: Tables): readonly string[] {
  return table.rows.flatMap((row) => {
    const [value, lower, upper] = [row.value, row.lower, row.upper].map(numeric);
    if (value == null || lower == null || upper == null) return [];
    const chance = lower <= 0 && upper >= 0 ? ': chance alone could have made it' : '';
    return [
      `${text(row.label)}: ${moreOrLess(value)} a week, likely between ${moreOrLess(lower)} and ${moreOrLess(upper)}${chance}`,
    ];
  });
}

/** `The weekly fees of placements agreed in … add up to £16.1m a week, £3.2m more than those of …: more children placed (£1.9m), …`, greatest first. */
function sentence({ table, extra }: Tables, context: Context): string {
  const total = extra.total?.rows[0];
  const change = numeric(total?.change);
  const periods = driverPeriods(context);
  if (change === null || periods === null)
    return `Too few placements in one of the two periods to explain a change in cost`;
  const parts = table.rows.flatMap((row) => {
    const value = numeric(row.value);
    return value === null || Math.abs(value) < 1 ? [] : [{ label: text(row.label).toLowerCase(), value }];
  });
  parts.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const said = parts
    .slice(0, 3)
    .map(({ label, value }) => `${label} (${value < 0 ? moreOrLess(value) : largePounds(value)})`);
  const after = numeric(total?.after);
  const less = change < 0 ? 'less' : 'more';
  const agreed = `The weekly fees of placements agreed in ${rangeLabel(periods.after)} add up to`;
  if (said.length === 0) return `${agreed} as much as those of ${rangeLabel(periods.before)}`;
  const together = after === null ? '' : `${largePounds(after)} a week, `;
  return `${agreed} ${together}${largePounds(Math.abs(change))} ${less} than those of ${rangeLabel(periods.before)}: ${listed(said)}`;
}

export const costDrivers: Measure = {
  id: 'cost-drivers',
  title: 'What drove the change in cost',
  pages: ['cost'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with a usable cost in two periods of equal length',
  by: 'by cause',
  definition: driverDefinition,
  queries: (context) => ({ ...driverQueries(context), months: monthQuery(context) }),
  prepare: explainAway,
  draft,
  headline: sentence,
  sentences,
};
