/** How many referrals were recorded, month by month and by type sought. */
import type { Column, Draft, TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { countChange, withChange } from '@/lib/measure/needs/change';
import { atLevel, type LevelRow, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import { monthRows, quarterRows, timeColumns } from '@/lib/measure/needs/time';
import { soughtValues } from '@/lib/measure/needs/type';
import { numeric, referrals, tooFew } from '@/lib/measure/words';

const n: Column = { name: 'n', label: 'Referrals', kind: 'count' };
const sought: Column = { name: 'sought', label: 'Type sought', kind: 'dimension' };

function soughtRows(rows: readonly LevelRow[], context: Context, make: typeof monthRows): readonly TableRow[] {
  return soughtValues.flatMap((type) =>
    make(
      rows.filter((row) => row.sought === type),
      context,
      ({ view }) => ({ sought: type, n: view.total ?? 0 }),
      'monthSought',
    ),
  );
}

function draft(rows: RowsByQuery, context: Context): Draft {
  const levels = levelRows(rows, 'levels', outcomeCounts);
  const { view, after, before } = sideCounts(atLevel(levels, 'all'), context);
  const counts = { kind: 'rounded', counts: ['n'] } as const;
  const dated = (make: typeof monthRows) => make(levels, context, (own) => ({ n: own.view.total ?? 0 }));
  const shown = dated(monthRows).reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0);
  const columns = timeColumns('month');
  const quarter = timeColumns('quarter');
  return {
    table: { columns: [...columns, sought, n], rows: soughtRows(levels, context, monthRows) },
    extra: {
      month: { table: { columns: [...columns, n], rows: dated(monthRows) }, disclosure: counts },
      quarter: { table: { columns: [...quarter, n], rows: dated(quarterRows) }, disclosure: counts },
      quarterSought: {
        table: { columns: [...quarter, sought, n], rows: soughtRows(levels, context, quarterRows) },
        disclosure: counts,
      },
      sides: {
        table: {
          columns: [
            { name: 'n', label: 'Referrals', kind: 'count' },
            { name: 'comparisonN', label: 'Compared with', kind: 'count' },
          ],
          rows: [{ n: after.total ?? 0, comparisonN: before.total ?? 0 }],
        },
        disclosure: { kind: 'rounded', counts: ['n', 'comparisonN'] },
      },
    },
    disclosure: counts,
    charts: [{ kind: 'line', x: 'month', y: 'n', series: 'sought', format: 'count' }],
    n: view.total ?? 0,
    exclusions: [{ label: 'no date recorded', n: (view.total ?? 0) - shown }].filter((one) => one.n > 0),
    caveats: [caveats.foundOnly, 'A rise in the first months of a roll-out is authorities joining, not demand.'],
    warnings: [],
  };
}

/** Volumes are compared only where both sides cover as much: with the period before, never with another place. */
function headline({ extra, n }: Tables, context: Context): string {
  if (typeof n !== 'number' || n === 0) return tooFew(n);
  const own = `${referrals(n)} recorded`;
  const { sides } = context;
  if (sides.kind !== 'previous' || !sides.wholeBefore) return own;
  const row = extra.sides?.rows[0];
  return withChange(own, countChange(numeric(row?.n), numeric(row?.comparisonN), context), context);
}

export const referralsTrend: Measure = {
  id: 'referrals-trend',
  title: 'Referrals over time',
  pages: ['needs'],
  basis: 'referral',
  columns: outcomeColumns,
  definition: {
    words: 'How many referrals the returns record in each month, by the type of home asked for.',
    formula: 'n(month, sought)',
    denominator: 'Rows with a referral date in the view.',
    source: 'Placements Data Standard (2025 v2, 2026): date of referral, suitabilities.',
  },
  subject: 'Referrals recorded',
  by: 'by month and type sought',
  queries: () => ({ levels: outcomeQuery }),
  draft,
  headline,
};
