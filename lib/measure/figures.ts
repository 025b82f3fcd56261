/** Which measures the Overview and Needs screens show, in order. Cost and distance keep their own lists. */
import { likeForLikeUnchecked } from '@/lib/measure/cost/standard/like-for-like';
import type { Measure } from '@/lib/measure/measure';
import { acceptableRate, acceptableRateByAuthority, acceptableRateTrend } from '@/lib/measure/needs/acceptable-rate';
import { byNotice } from '@/lib/measure/needs/by-notice';
import { displacement, displacementTrend } from '@/lib/measure/needs/displacement';
import { education } from '@/lib/measure/needs/education';
import { locationMatch, locationMatchByAuthority, locationMatchTrend } from '@/lib/measure/needs/location-match';
import { matchRate, matchRateByAuthority, matchRateTrend } from '@/lib/measure/needs/match-rate';
import { netFlow } from '@/lib/measure/needs/net-flow';
import { placedRate, placedRateByAuthority, placedRateTrend } from '@/lib/measure/needs/placed-rate';
import { referralsTrend } from '@/lib/measure/needs/referrals-trend';
import { siblings, siblingsByAuthority, siblingsTrend } from '@/lib/measure/needs/siblings';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { strictMatch, strictMatchByAuthority, strictMatchTrend } from '@/lib/measure/needs/strict-match';
import { unmetByNeed } from '@/lib/measure/needs/unmet-by-need';
import { unsuitableRate, unsuitableRateByAuthority, unsuitableRateTrend } from '@/lib/measure/needs/unsuitable-rate';
import { authorities, authoritiesPlaced } from '@/lib/measure/overview/authorities';
import { overviewPlacements } from '@/lib/measure/overview/placements-found';
import { overviewDistance, overviewLocation, overviewMatch, overviewSiblings } from '@/lib/measure/overview/strip-rate';
import { overviewCost } from '@/lib/measure/overview/weekly-cost';

/** The six numbers at the top of the overview. */
export const stripFigures: readonly Measure[] = [
  overviewPlacements,
  overviewMatch,
  overviewLocation,
  overviewSiblings,
  overviewDistance,
  overviewCost,
];

export const overviewFigures: readonly Measure[] = [
  ...stripFigures,
  soughtSecured,
  displacement,
  authorities,
  authoritiesPlaced,
  likeForLikeUnchecked,
];

/**
 * Of two figures that cannot both show a number the earlier shows it. After the numbers everything is about come those of
 * the statements already asked for, then those that wait for more: the page protects the first while the engine answers the rest.
 */
export const needsFigures: readonly Measure[] = [
  soughtSecured,
  matchRate,
  strictMatch,
  acceptableRate,
  unsuitableRate,
  placedRate,
  displacement,
  netFlow,
  unmetByNeed,
  referralsTrend,
  matchRateTrend,
  displacementTrend,
  strictMatchTrend,
  acceptableRateTrend,
  unsuitableRateTrend,
  placedRateTrend,
  matchRateByAuthority,
  strictMatchByAuthority,
  acceptableRateByAuthority,
  unsuitableRateByAuthority,
  placedRateByAuthority,
  byNotice,
  locationMatch,
  locationMatchTrend,
  locationMatchByAuthority,
  siblings,
  siblingsTrend,
  siblingsByAuthority,
  education,
];
