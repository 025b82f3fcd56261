/** Promises that a cost left out of the averages is never left out of sight: how many, and why. */
import type { Query } from '@/lib/database/database';
import type { Draft, TableRow } from '@/lib/figure/figure';
import { checked, count } from '@/lib/measure/check';
import type { KeptColumn } from '@/lib/measure/column';
import { costDefinition } from '@/lib/measure/cost/caveat';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { listed, numeric, placements, text } from '@/lib/measure/words';

export const setAsideColumns: readonly KeptColumn[] = ['sourceId', 'sourceRow', 'placed', 'costOK', 'totalWeeklyCost'];

/** Reason → label, in the order of harm done. */
const reasons = {
  missing: 'No cost recorded',
  unreadable: 'Cost could not be read as an amount',
  negative: 'Cost below £0',
  zero: 'Cost of £0',
  low: 'Cost under £100 a week',
  high: 'Cost over £100,000 a week',
} as const;
type Reason = keyof typeof reasons;

const conditions: Readonly<Record<Exclude<Reason, 'missing' | 'unreadable'>, string>> = {
  negative: 'totalWeeklyCost < 0',
  zero: 'totalWeeklyCost = 0',
  low: 'totalWeeklyCost > 0 AND totalWeeklyCost < 100',
  high: 'totalWeeklyCost > 100000',
};

const counts = Object.entries(conditions).map(
  ([name, condition]) => `count(*) FILTER (placed AND ${condition})::DOUBLE AS "${name}"`,
);

/** Usable costs are most rows, so they are counted by themselves and only the others looked at. */
export const setAsideQuery: Query = {
  sql: `SELECT (SELECT count(*)::DOUBLE FROM kept WHERE costOK AND slice <= 2) AS used,
      count(*) FILTER (NOT placed)::DOUBLE AS "notPlaced", ${counts.join(', ')},
      count(*) FILTER (placed AND totalWeeklyCost IS NULL)::DOUBLE AS blank,
      (SELECT count(*)::DOUBLE FROM kept SEMI JOIN
        (SELECT sourceId, sourceRow FROM problem WHERE field = 'totalWeeklyCost' AND rule = 'not understood') AS unread
        USING (sourceId, sourceRow) WHERE NOT costOK AND slice <= 2 AND placed AND totalWeeklyCost IS NULL) AS unreadable
    FROM kept WHERE NOT costOK AND slice <= 2`,
  parameters: [],
};

interface SetAside {
  readonly used: number;
  readonly notPlaced: number;
  readonly reasons: Readonly<Record<Reason, number>>;
}

function readSetAside(rows: RowsByQuery): SetAside {
  const entries = { used: count, notPlaced: count, negative: count, zero: count, low: count, high: count };
  const [row] = checked(rows, 'setAside', { ...entries, blank: count, unreadable: count });
  const { used = 0, notPlaced = 0, blank = 0, unreadable = 0, negative = 0, zero = 0, low = 0, high = 0 } = row ?? {};
  return { used, notPlaced, reasons: { missing: blank - unreadable, unreadable, negative, zero, low, high } };
}

/** What every figure of cost rests on: `n` used and the exclusions with their reasons. */
export function costBasis(rows: RowsByQuery): Pick<Draft, 'n' | 'exclusions'> {
  const { used, notPlaced, reasons: found } = readSetAside(rows);
  const named = Object.entries(reasons).map(([reason, label]) => ({ label, n: found[reason as Reason] }));
  return {
    n: used,
    exclusions: [...named, { label: 'No placement recorded', n: notPlaced }].filter(({ n }) => n > 0),
  };
}

export const costSetAside: Measure = {
  id: 'cost-set-aside',
  title: 'Costs set aside',
  pages: ['cost'],
  basis: 'placement',
  columns: setAsideColumns,
  subject: 'Placements made',
  by: 'by why their cost is not used',
  definition: {
    ...costDefinition,
    words: 'Placements whose total weekly cost cannot be right or is not there, by reason. None is in any average.',
    formula: 'Placed and not (£100 ≤ total weekly cost ≤ £100,000)',
    denominator: 'All placements recorded.',
  },
  queries: () => ({ setAside: setAsideQuery }),
  draft: (rows) => {
    const { used, notPlaced, reasons: found } = readSetAside(rows);
    const aside = Object.values(found).reduce((sum, n) => sum + n, 0);
    const cells = (reason: string, k: number): TableRow => ({
      reason,
      k,
      n: used + aside,
      rate: used + aside > 0 ? k / (used + aside) : { symbol: 'z', reason: 'No placements' },
    });
    const columns = [
      { name: 'reason', label: 'Reason', kind: 'dimension' },
      { name: 'k', label: 'Set aside', kind: 'count' },
      { name: 'n', label: 'Of placements', kind: 'count' },
      { name: 'rate', label: 'Share', kind: 'rate' },
    ] as const;
    return {
      table: { columns, rows: Object.entries(reasons).map(([key, label]) => cells(label, found[key as Reason])) },
      extra: { total: { table: { columns, rows: [cells('All set aside', aside)] }, disclosure: { kind: 'rates' } } },
      disclosure: { kind: 'rates' },
      charts: [{ kind: 'bar', label: 'reason', value: 'k', layout: 'single', format: 'count' }],
      n: used + aside,
      exclusions: notPlaced > 0 ? [{ label: 'No placement recorded', n: notPlaced }] : [],
      caveats: ['A cost set aside may be a typing error, an invoice total or an honest zero: look at the row.'],
      warnings: [],
    };
  },
  headline: ({ table, extra }) => {
    const aside = numeric(extra.total?.rows[0]?.k);
    if (aside === 0) return 'Every placement has a cost that can be used';
    const most = table.rows.reduce((high, row) => ((numeric(row.k) ?? -1) > (numeric(high?.k) ?? 0) ? row : high));
    const main = numeric(most?.k) ? `, most often because of: ${listed([text(most?.reason).toLowerCase()])}` : '';
    return aside === null
      ? 'Some placements have a cost that cannot be used'
      : `${placements(aside)} ${aside === 1 ? 'has' : 'have'} a cost that cannot be used${main}`;
  },
};
