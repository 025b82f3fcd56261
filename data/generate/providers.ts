import type { Authority } from './authorities';
import type { Place } from './places';
import { createRandom, type Random } from './random';
import type { PlacementType } from './row';

/** A fictional provider. Numbers starting 99 or SC9 are used by no registered provider. */
export interface Provider {
  readonly urn: string;
  readonly type: PlacementType;
  readonly sector: 'Private' | 'Voluntary' | 'Local Authority';
  /** Where its home is, or its office where carers' own homes are the placements. */
  readonly district: Place;
  readonly capacity: number;
  /** Its price against others of its type, on a log scale. */
  readonly price: number;
  /** The one authority it serves, where it is an authority's own. */
  readonly owner: string | null;
}

function urnOf(index: number, random: Random): string {
  return random.chance(0.08) ? `SC9${String(10_000 + index).padStart(5, '0')}` : String(9_900_000 + index * 7 + 3);
}

/** Homes open where people live, rather more in some places than others. */
function drawDistrict(random: Random, districts: readonly Place[], pull: (district: Place) => number): Place {
  let best: Place | undefined;
  let highest = -1;
  // The largest of u^(1/weight) is a draw in proportion to weight.
  for (const district of districts) {
    const key = random.next() ** (1 / Math.max(1e-9, pull(district)));
    if (key > highest) {
      highest = key;
      best = district;
    }
  }
  if (best === undefined) throw new Error('No district to put a provider in');
  return best;
}

function build(urn: string, random: Random, type: PlacementType, district: Place, owner: string | null): Provider {
  const sector = owner ? 'Local Authority' : random.chance(0.06) ? 'Voluntary' : 'Private';
  const spread = type === 'Residential' ? 0.13 : type === 'Foster' ? 0.09 : 0.2;
  const capacity = type === 'Residential' ? random.between(1, 6) : Math.exp(0.7 * random.normal());
  const ownPrice = type === 'Residential' ? -0.12 : 0;
  return {
    urn,
    type,
    sector,
    district,
    capacity,
    price: spread * random.normal() + (owner ? ownPrice : 0),
    owner,
  };
}

/** About `count` providers: each authority's own fostering service and some of its own homes, the rest independent. */
export function buildProviders(
  seed: number,
  authorities: readonly Authority[],
  districts: readonly Place[],
  count: number,
): readonly Provider[] {
  const random = createRandom(seed, 'providers');
  const providers: Provider[] = [];
  const codes = new Set(authorities.map(({ code }) => code));
  const inside = (district: Place) => Math.sqrt(district.sectors.length) * (codes.has(district.authority) ? 1 : 0.5);
  const add = (type: PlacementType, district: Place, owner: string | null) =>
    providers.push(build(urnOf(providers.length, random), random, type, district, owner));

  for (const { code, children } of authorities) {
    const own = districts.filter(({ authority }) => authority === code);
    if (own.length === 0) continue;
    add(
      'Foster',
      drawDistrict(random, own, ({ sectors }) => sectors.length),
      code,
    );
    const homes = Math.round(children / 300);
    for (let home = 0; home < homes; home++) add('Residential', drawDistrict(random, own, inside), code);
  }
  const left = count - providers.length;
  const fostering = Math.round(left * 0.12);
  const supported = Math.round(left * 0.28);
  for (let index = 0; index < left; index++) {
    const type =
      index < fostering ? 'Foster' : index < fostering + supported ? 'Supported Accommodation' : 'Residential';
    add(type, drawDistrict(random, districts, inside), null);
  }
  return providers;
}
