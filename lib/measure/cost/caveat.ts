/** Promises what every figure about cost must say beside itself (methods §0), and the names cost tables share. */
import type { Definition } from '@/lib/measure/measure';

export const costCaveats: readonly string[] = [
  'Cost is an estimate, recorded at different times under different contract terms: compare with caution.',
  'It is the total weekly fee agreed, excluding VAT: not the core fee, and not what was paid in a year.',
  'These are newly agreed placements: the data holds neither the number of children in care nor how long placements last.',
  'Costs of £0, below £0, under £100, over £100,000, unreadable or missing are set aside and counted, never averaged.',
];

export const notCausal =
  'Children with this need often have others too: the difference is not the price of the need by itself.';

export const costDefinition: Pick<Definition, 'denominator' | 'source'> = {
  denominator:
    'Placements with a total weekly cost from £100 to £100,000. The rest are counted by reason under "Costs set aside".',
  source: 'Placements Data Standard, totalWeeklyCost; quantiles by linear interpolation (Hyndman & Fan 1996, type 7).',
};

/** Fewest placements for which a statistic is steady enough to show. */
export const fewest = { median: 5, quartiles: 10, tails: 20 } as const;
