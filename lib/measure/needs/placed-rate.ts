/** How many rows record a placement at all. */
import { caveats } from '@/lib/measure/needs/caveat';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import type { Rate } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateByType, rateTrend } from '@/lib/measure/needs/rate-measure';

export const placedRateSpec: Rate = {
  id: 'placed-rate',
  title: 'A placement is recorded',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => counts.placed ?? 0,
  n: (counts) => counts.total ?? 0,
  excluded: () => [],
  subject: 'All referrals recorded',
  kLabel: 'Placement recorded',
  nLabel: 'Referrals recorded',
  say: (share) => `A placement is recorded for ${share} of referrals`,
  definition: {
    words: 'How many of the referrals in the returns have a placement type recorded.',
    formula: 'rows with a placement type ÷ all rows',
    denominator: 'All rows of the view. Nothing is left out.',
    source: 'Placements Data Standard (2025 v2, 2026): placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [
    'Not a measure of searching: returns are to hold placements found in the quarter, so most referrals for which none was found are missing.',
    caveats.foundOnly,
  ],
};

export const placedRate = rateByType(placedRateSpec);
export const placedRateByAuthority = rateByAuthority(placedRateSpec);
export const placedRateTrend = rateTrend(placedRateSpec);
