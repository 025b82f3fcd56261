import type { Child } from './child';
import type { Random } from './random';
import type { Companions, PlacementType, Suitability } from './row';

export const placementTypes: readonly [PlacementType, ...PlacementType[]] = [
  'Foster',
  'Residential',
  'Supported Accommodation',
];

/** How well each type would suit, on a log scale; supported accommodation is for those of 16 or 17. */
function suits(child: Child, companions: Companions, deprived: boolean): Record<PlacementType, number> {
  const solo = companions === 'Solo placement recommended';
  return {
    Foster: 2.3 - 0.75 * child.severity - 0.13 * Math.max(0, child.age - 10) - (deprived ? 2 : 0),
    Residential: (child.age >= 8 ? -0.7 : -3) + 0.95 * child.severity + (solo ? 0.5 : 0) + (deprived ? 2 : 0),
    'Supported Accommodation': child.age < 16 ? -99 : 2.1 - 0.35 * child.severity + (child.unaccompanied ? 0.8 : 0),
  };
}

function second(random: Random, gap: number): Suitability {
  if (random.chance(0.07)) return 'Not specified';
  return gap + 0.6 * random.normal() < 2 ? 'Suitable but not preferred' : 'Unsuitable';
}

/** One type is usually Preferred; two sometimes; none now and then. */
export function drawSuitability(
  random: Random,
  child: Child,
  companions: Companions,
  deprived: boolean,
): Record<PlacementType, Suitability | null> {
  const score = suits(child, companions, deprived);
  const best = random.weighted({
    Foster: Math.exp(score.Foster),
    Residential: Math.exp(score.Residential),
    'Supported Accommodation': Math.exp(score['Supported Accommodation']),
  });
  const stated = random.chance(0.97);
  const several = stated && child.age >= 10 && random.chance(0.085);
  const result: Record<PlacementType, Suitability | null> = {
    Foster: 'Unsuitable',
    Residential: 'Unsuitable',
    'Supported Accommodation': 'Unsuitable',
  };
  let runnerUp: PlacementType | null = null;
  for (const type of placementTypes) {
    if (type === best) continue;
    result[type] = score[type] < -50 ? 'Unsuitable' : second(random, score[best] - score[type]);
    if (runnerUp === null || score[type] > score[runnerUp]) runnerUp = type;
  }
  result[best] = stated ? 'Preferred' : random.chance(0.7) ? 'Not specified' : 'Suitable but not preferred';
  if (several && runnerUp !== null && score[runnerUp] > -50) result[runnerUp] = 'Preferred';
  if (!stated && random.chance(0.6)) for (const type of placementTypes) result[type] = 'Not specified';
  return result;
}
