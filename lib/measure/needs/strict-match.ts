/** The stricter rate: exactly one type was asked for, and that type was found. */
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, notStated, severalPreferred } from '@/lib/measure/needs/exclusion';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import type { Rate } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateByType, rateTrend } from '@/lib/measure/needs/rate-measure';
import { typeValues } from '@/lib/measure/needs/type';

export const strictMatchSpec: Rate = {
  id: 'strict-match',
  title: 'Got the one type that was asked for',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => counts.strictK ?? 0,
  n: (counts) => counts.strictN ?? 0,
  excluded: (counts) => [severalPreferred(counts), notStated(counts), notPlaced(counts)],
  subject: 'Placements with one preferred type',
  kLabel: 'Got the type asked for',
  nLabel: 'Placements with one preferred type',
  say: (share) => `Where one type was asked for, ${share} got it`,
  definition: {
    words: 'How often the home found is the type asked for, among referrals that marked exactly one type as Preferred.',
    formula: 'secured type = sought type ÷ placements with exactly one Preferred type',
    denominator:
      'Placements made, with exactly one type marked Preferred. Left out: several preferred; no preference recorded; no placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [caveats.preference, caveats.foundOnly],
};

export const strictMatch = rateByType(strictMatchSpec, typeValues);
export const strictMatchByAuthority = rateByAuthority(strictMatchSpec);
export const strictMatchTrend = rateTrend(strictMatchSpec);
