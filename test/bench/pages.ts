/** The pages measured, with the milliseconds they must keep to on a quiet machine of two cores. */
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { needsFigures, overviewFigures } from '@/lib/measure/figures';
import type { Measure } from '@/lib/measure/measure';
import { providerFigures } from '@/lib/measure/providers/figures';

export interface BenchPage {
  readonly name: string;
  readonly measures: readonly Measure[];
  /** Rows → milliseconds for every figure after a filter change; drawing included where a page is drawn. */
  readonly bars: Readonly<Record<number, number>>;
}

export const pages: readonly BenchPage[] = [
  { name: 'overview', measures: overviewFigures, bars: {} },
  { name: 'needs', measures: needsFigures, bars: { 20000: 60, 1000000: 300 } },
  { name: 'cost', measures: costMeasures, bars: { 20000: 80, 1000000: 400 } },
  { name: 'distance', measures: distanceMeasures, bars: { 20000: 80, 1000000: 400 } },
  { name: 'like-for-like', measures: likeForLikeMeasures, bars: { 1000000: 500 } },
  { name: 'drivers', measures: driverMeasures, bars: { 20000: 2000 } },
  { name: 'providers', measures: providerFigures, bars: {} },
];
