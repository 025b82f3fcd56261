/** Which measures each of the three cost pages runs, in the order they are read. */
import { costBreakdown } from '@/lib/measure/cost/cost-breakdown';
import { costByBand } from '@/lib/measure/cost/cost-by-band';
import { costByDol, costBySolo } from '@/lib/measure/cost/cost-by-flag';
import { costByAuthority } from '@/lib/measure/cost/cost-by-la';
import { costByMatch } from '@/lib/measure/cost/cost-by-match';
import { costByNeed } from '@/lib/measure/cost/cost-by-need';
import { costByNotice } from '@/lib/measure/cost/cost-by-notice';
import { costByRegistration } from '@/lib/measure/cost/cost-by-registration';
import { costByType } from '@/lib/measure/cost/cost-by-type';
import { costCommitment } from '@/lib/measure/cost/cost-commitment';
import { costTrend, costTrendQuarterly } from '@/lib/measure/cost/cost-trend';
import { costDrivers } from '@/lib/measure/cost/driver/cost-drivers';
import { costDriversByAuthority } from '@/lib/measure/cost/driver/cost-drivers-by-la';
import { costSetAside } from '@/lib/measure/cost/set-aside';
import { likeForLikeAuthorities } from '@/lib/measure/cost/standard/like-for-like';
import { likeForLikeCheck } from '@/lib/measure/cost/standard/like-for-like-check';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { likeForLikeStrata } from '@/lib/measure/cost/standard/like-for-like-strata';
import { likeForLikeTypes } from '@/lib/measure/cost/standard/like-for-like-types';
import type { Measure } from '@/lib/measure/measure';

/** /cost: one sorting of the costs serves nearly all of them. */
export const costMeasures: readonly Measure[] = [
  costByType,
  costByNeed,
  costByBand,
  costTrend,
  costTrendQuarterly,
  costCommitment,
  costByAuthority,
  costByMatch,
  costByNotice,
  costByDol,
  costBySolo,
  costByRegistration,
  costSetAside,
  // Last: it alone waits for statements of its own.
  costBreakdown,
];

/** /cost/like-for-like */
export const likeForLikeMeasures: readonly Measure[] = [
  likeForLikeAuthorities,
  likeForLikeTypes,
  likeForLikeProviders,
  likeForLikeCheck,
  likeForLikeStrata,
];

/** /cost/drivers: 200 draws, so in chunks whose progress the page tells. */
export const driverMeasures: readonly Measure[] = [costDrivers, costDriversByAuthority];
