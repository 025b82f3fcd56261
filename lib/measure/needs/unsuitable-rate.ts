/** How often the home found was of a type recorded as unsuitable. */
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, suitabilityNotSpecified } from '@/lib/measure/needs/exclusion';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import type { Rate } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateByType, rateTrend } from '@/lib/measure/needs/rate-measure';

export const unsuitableRateSpec: Rate = {
  id: 'unsuitable-rate',
  title: 'Placed in an unsuitable type of home',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => counts.unsuitableK ?? 0,
  n: (counts) => counts.specified ?? 0,
  excluded: (counts) => [suitabilityNotSpecified(counts), notPlaced(counts)],
  subject: 'Placements whose type had its suitability recorded',
  kLabel: 'Unsuitable type',
  nLabel: 'Placements with the suitability recorded',
  say: (share) => `${share} were placed in a type of home recorded as unsuitable`,
  definition: {
    words: 'How often the home found is of a type the referral marked Unsuitable.',
    formula: 'suitability of the secured type is Unsuitable ÷ placements where it is specified',
    denominator:
      'Placements made, where the suitability of the secured type was specified. Left out: not specified; no placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [caveats.preference, caveats.foundOnly],
};

export const unsuitableRate = rateByType(unsuitableRateSpec);
export const unsuitableRateByAuthority = rateByAuthority(unsuitableRateSpec);
export const unsuitableRateTrend = rateTrend(unsuitableRateSpec);
