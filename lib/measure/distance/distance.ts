/** Promises every figure of the distance page, each with how much of it is not known and how sure it is. */
import { distanceBands, distanceBandsFine } from '@/lib/measure/distance/bands';
import { distanceCentre } from '@/lib/measure/distance/centre';
import { distanceCertainty } from '@/lib/measure/distance/certainty';
import { distanceCost } from '@/lib/measure/distance/cost';
import { distanceFlows } from '@/lib/measure/distance/flow';
import { distanceIncoming } from '@/lib/measure/distance/incoming';
import { distanceByNeed } from '@/lib/measure/distance/need';
import { distanceByPreference, distanceOutOfArea } from '@/lib/measure/distance/out-of-area';
import { distanceByLa, distanceOverTwenty, distanceTrend } from '@/lib/measure/distance/over-20';
import { distanceSources } from '@/lib/measure/distance/source';
import { distanceSpread } from '@/lib/measure/distance/spread';
import { distanceByType, distanceLocality } from '@/lib/measure/distance/type';
import type { Measure } from '@/lib/measure/measure';

/** First those one statement answers, then those that wait for statements of their own: the page protects while the engine works. */
export const distanceMeasures: readonly Measure[] = [
  distanceBands,
  distanceSources,
  distanceLocality,
  distanceOutOfArea,
  distanceBandsFine,
  distanceOverTwenty,
  distanceCertainty,
  distanceByType,
  distanceSpread,
  distanceByLa,
  distanceTrend,
  distanceByPreference,
  distanceByNeed,
  distanceCost,
  distanceFlows,
  distanceIncoming,
  distanceCentre,
];
