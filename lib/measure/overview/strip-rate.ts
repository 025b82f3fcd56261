/** One rate of the strip at the top of the overview: a number, its change and two years of months. */
import type { Measure } from '@/lib/measure/measure';
import { added, byKey, levelRows } from '@/lib/measure/needs/level';
import { locationMatchSpec } from '@/lib/measure/needs/location-match';
import { matchRateSpec } from '@/lib/measure/needs/match-rate';
import { type Rate, rateCells, rateChange, rateColumns, rateSentence } from '@/lib/measure/needs/rate';
import { rateBase, rateDraft } from '@/lib/measure/needs/rate-measure';
import { siblingsSpec } from '@/lib/measure/needs/siblings';
import { timeColumns } from '@/lib/measure/needs/time';
import { asSentence } from '@/lib/measure/overview/change-words';
import { distanceSpec } from '@/lib/measure/overview/distance-query';
import { ownSlices, sparklineMonths, sparklineRows } from '@/lib/measure/overview/sparkline';

/** The total is the table itself; `sparkline` has one row a month. */
function stripRate(rate: Rate, basis: Measure['basis'] = 'referral'): Measure {
  return {
    ...rateBase(rate),
    id: `overview-${rate.id}`,
    pages: ['overview'],
    basis,
    history: sparklineMonths,
    draft: (rows, context) => {
      const levels = levelRows(rows, 'levels', rate.counts);
      const base = rateDraft(rate, levels, context);
      const months = byKey(levels, 'month', 'month');
      const own = ownSlices(context.sides);
      const single = { ...context, sides: { ...context.sides, kind: 'none' as const } };
      return {
        ...base,
        table: base.extra.total?.table ?? { columns: rateColumns(rate, context), rows: [] },
        extra: {
          ...base.extra,
          sparkline: {
            table: {
              columns: [...timeColumns('month'), ...rateColumns(rate, single)],
              rows: sparklineRows(context, (month) => {
                const counts = added((months.get(month) ?? []).filter(({ slice }) => own.includes(slice)));
                return rateCells(rate.k(counts), rate.n(counts));
              }),
            },
            disclosure: { kind: 'rates' },
          },
        },
        charts: [{ kind: 'none' }],
      };
    },
    headline: (tables, context) => rateSentence(tables, context, rate.say),
    sentences: (tables, context) => asSentence(rateChange(tables, context)),
  };
}

export const overviewMatch = stripRate(matchRateSpec);
export const overviewLocation = stripRate(locationMatchSpec);
export const overviewSiblings = stripRate(siblingsSpec);
export const overviewDistance = stripRate(distanceSpec, 'placement');
