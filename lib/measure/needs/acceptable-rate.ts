/** How often the home found was of a type recorded as suitable, preferred or not. */
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, suitabilityNotSpecified } from '@/lib/measure/needs/exclusion';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import type { Rate } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateByType, rateTrend } from '@/lib/measure/needs/rate-measure';

export const acceptableRateSpec: Rate = {
  id: 'acceptable-rate',
  title: 'Placed in a suitable type of home',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => counts.acceptableK ?? 0,
  n: (counts) => counts.specified ?? 0,
  excluded: (counts) => [suitabilityNotSpecified(counts), notPlaced(counts)],
  subject: 'Placements whose type had its suitability recorded',
  kLabel: 'Preferred or suitable',
  nLabel: 'Placements with the suitability recorded',
  say: (share) => `${share} were placed in a type of home recorded as suitable`,
  definition: {
    words: 'How often the home found is of a type the referral marked Preferred or Suitable but not preferred.',
    formula:
      'suitability of the secured type is Preferred or Suitable but not preferred ÷ placements where it is specified',
    denominator:
      'Placements made, where the suitability of the secured type was specified. Left out: not specified; no placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [
    'One 2026 template does not offer "Suitable but not preferred" for foster care.',
    caveats.preference,
    caveats.foundOnly,
  ],
};

export const acceptableRate = rateByType(acceptableRateSpec);
export const acceptableRateByAuthority = rateByAuthority(acceptableRateSpec);
export const acceptableRateTrend = rateTrend(acceptableRateSpec);
