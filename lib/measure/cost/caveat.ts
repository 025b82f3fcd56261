/** Promises what every figure about cost must say beside itself (methods §0), and the names cost tables share. */
import type { Definition } from '@/lib/measure/measure';

export const costCaveats: readonly string[] = [
  'Cost is an estimate, recorded at different times under different contract terms: compare with caution.',
  'It is the total weekly fee, excluding VAT, of newly agreed placements: not what was spent, nor on how many children for how long.',
  'Costs missing, unreadable, under £100 or over £100,000 are set aside and counted, never averaged.',
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
