/** Every measure by its figure id: what the definitions page lists and what downloads say of it. */
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { needsFigures, overviewFigures } from '@/lib/measure/figures';
import type { Measure } from '@/lib/measure/measure';
import { matchRateByBespoke } from '@/lib/measure/needs/match-by-bespoke';
import { providerFigures, providerPanel } from '@/lib/measure/providers/figures';

/** Each measure once, in the order screens show them. */
export const allMeasures: readonly Measure[] = [
  ...new Map(
    [
      ...overviewFigures,
      ...needsFigures,
      matchRateByBespoke(''),
      ...costMeasures,
      ...likeForLikeMeasures,
      ...driverMeasures,
      ...distanceMeasures,
      ...providerFigures,
      ...providerPanel('', 'working'),
    ].map((measure) => [measure.id, measure]),
  ).values(),
];

const byId: ReadonlyMap<string, Measure> = new Map(allMeasures.map((measure) => [measure.id, measure]));

export function measureOf(id: string): Measure | undefined {
  return byId.get(id);
}
