/** The headline rate: placements of a type that was asked for. */
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, notStated } from '@/lib/measure/needs/exclusion';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import type { Rate } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateByType, rateTrend } from '@/lib/measure/needs/rate-measure';

export const matchRateSpec: Rate = {
  id: 'match-rate',
  title: 'Got the type of home that was asked for',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => counts.matchK ?? 0,
  n: (counts) => counts.matchN ?? 0,
  excluded: (counts) => [notStated(counts), notPlaced(counts)],
  subject: 'Placements with a preferred type',
  kLabel: 'Got a type asked for',
  nLabel: 'Placements with a preferred type',
  say: (share) => `${share} got the type of home that was asked for`,
  definition: {
    words:
      'How often the home found is of a type the referral marked as Preferred. Where several types were Preferred, any of them counts.',
    formula: 'secured type among the Preferred types ÷ placements with at least one Preferred type',
    denominator:
      'Placements made, with at least one type marked Preferred. Left out: no placement recorded; no preference recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [caveats.preference, caveats.foundOnly],
};

/** Several preferred is one of the rows: any of them counts. */
const types = ['Foster', 'Residential', 'Supported Accommodation', 'Several preferred'];

export const matchRate = rateByType(matchRateSpec, types);
export const matchRateByAuthority = rateByAuthority(matchRateSpec);
export const matchRateTrend = rateTrend(matchRateSpec);
