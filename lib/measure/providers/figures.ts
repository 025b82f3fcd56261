/** Promises the figures of the providers screen and of one provider's panel, in order. */
import type { Measure } from '@/lib/measure/measure';
import type { Mode } from '@/lib/measure/protection';
import { costByProvider } from '@/lib/measure/providers/cost-by-provider';
import { providerAdjusted, providerCost } from '@/lib/measure/providers/panel-cost';
import { providerOutcomes } from '@/lib/measure/providers/panel-outcome';
import { providerAuthorities, providerTrend, providerTypes } from '@/lib/measure/providers/panel-size';
import { providerStrata } from '@/lib/measure/providers/panel-strata';
import { providers } from '@/lib/measure/providers/provider-table';

export const providerFigures: readonly Measure[] = [providers, costByProvider];

/** One provider by its URN. Which authorities use it is worked out in the working view only. */
export function providerPanel(urn: string, mode: Mode): readonly Measure[] {
  const shared = [providerTypes, providerCost, providerAdjusted, providerOutcomes, providerTrend];
  // After the rest, so that it hides and they do not.
  return [...shared, providerStrata, ...(mode === 'working' ? [providerAuthorities] : [])].map((measure) =>
    measure(urn),
  );
}
