/** A few providers, as a loaded pool would hold them. */
import { costPool } from '../cost/support';
import type { PoolRow } from '../pool-row';

export const placement = (urn: string, la_code: string, totalWeeklyCost = 700): PoolRow => ({
  la_code,
  placementType: 'Foster',
  fosterCareSuitability: 'Preferred',
  totalWeeklyCost,
  distanceMiles: 4.2,
  other: { providerURN: urn, registration: 'Registered' },
});
export const times = (n: number, one: PoolRow) => Array.from({ length: n }, () => one);

/** One provider that may be shared and three that may not, each for its own reason. */
export const providerPool = () =>
  costPool([
    // Shared: 12 placements, two authorities, neither with more than 80 %.
    ...times(6, placement('9900001', 'E06000066')),
    ...times(6, placement('9900001', 'E10000008', 800)),
    // Too few; one authority; one authority with more than 80 %.
    ...times(9, placement('9900002', 'E06000066')),
    ...times(20, placement('9900003', 'E06000066')),
    ...times(17, placement('9900004', 'E06000066')),
    ...times(3, placement('9900004', 'E10000008')),
    ...times(6, { placementType: 'Residential', other: { providerURN: 'Unregistered', registration: 'Unregistered' } }),
  ]);
