/** Which measures the review pack shows, by section, and which of them need two years or several authorities to say anything. */
import { costByNeed } from '@/lib/measure/cost/cost-by-need';
import { costByType } from '@/lib/measure/cost/cost-by-type';
import { costTrend } from '@/lib/measure/cost/cost-trend';
import { likeForLikeAuthorities } from '@/lib/measure/cost/standard/like-for-like';
import { distanceBands } from '@/lib/measure/distance/bands';
import { distanceByLa, distanceTrend } from '@/lib/measure/distance/over-20';
import { distanceByType } from '@/lib/measure/distance/type';
import { stripFigures } from '@/lib/measure/figures';
import type { Measure } from '@/lib/measure/measure';
import { byNotice } from '@/lib/measure/needs/by-notice';
import { displacement } from '@/lib/measure/needs/displacement';
import { matchRateByAuthority, matchRateTrend } from '@/lib/measure/needs/match-rate';
import { referralsTrend } from '@/lib/measure/needs/referrals-trend';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { unmetByNeed } from '@/lib/measure/needs/unmet-by-need';

export interface PackMeasures {
  readonly id: 'headline' | 'needs' | 'cost' | 'distance';
  readonly title: string;
  readonly introduction: string;
  readonly measures: readonly Measure[];
}

export const packMeasures: readonly PackMeasures[] = [
  {
    id: 'headline',
    title: 'Headline measures',
    introduction: 'Six numbers with two years of months behind each.',
    measures: stripFigures,
  },
  {
    id: 'needs',
    title: 'Needs sought and provision secured',
    introduction: 'What type of home was asked for, what was found, and for whom it was hardest.',
    measures: [
      soughtSecured,
      displacement,
      unmetByNeed,
      byNotice,
      referralsTrend,
      matchRateTrend,
      matchRateByAuthority,
    ],
  },
  {
    id: 'cost',
    title: 'Cost',
    introduction:
      'Recorded estimates of the total weekly fee of newly agreed placements. Contracts differ: use caution in benchmarking.',
    measures: [costByType, costByNeed, costTrend, likeForLikeAuthorities],
  },
  {
    id: 'distance',
    title: 'Distance from home',
    introduction: 'How far from home children were placed, by the Department for Education’s formula.',
    measures: [distanceBands, distanceByType, distanceTrend, distanceByLa],
  },
];

/** A month or a quarter has no trend: these are shown for the two years to its end. */
export const overTime: ReadonlySet<string> = new Set(
  [referralsTrend, matchRateTrend, costTrend, distanceTrend].map(({ id }) => id),
);

/** Of one authority these would be one row. */
export const acrossAuthorities: ReadonlySet<string> = new Set(
  [matchRateByAuthority, likeForLikeAuthorities, distanceByLa].map(({ id }) => id),
);

/** What changed most is read from these, whatever sections are chosen. */
export const changeMeasures: readonly Measure[] = [...stripFigures, displacement];
