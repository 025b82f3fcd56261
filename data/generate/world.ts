import type { Authority } from './authorities';
import { createGravity, type Gravity } from './gravity';
import type { Place } from './places';
import { buildProviders, type Provider } from './providers';
import { createRandom, hashText } from './random';
import type { Market } from './secured';

/** What every child of a pool shares: where people live, who offers homes, what each authority finds scarce. */
export interface World {
  readonly authorities: readonly Authority[];
  readonly providers: readonly Provider[];
  readonly district: ReadonlyMap<string, Place>;
  readonly families: Gravity<Place>;
  readonly carers: Gravity<Place>;
  readonly homes: Gravity<Provider>;
  readonly supported: Gravity<Provider>;
  readonly agencies: Gravity<Provider>;
  /** Each authority's own fostering service; a neighbour's where it has none. */
  readonly ownFostering: ReadonlyMap<string, Provider>;
  readonly market: ReadonlyMap<string, Market>;
}

/** The Severn is in the way, and Welsh homes are registered elsewhere: few English children are placed there. */
const acrossTheBorder = 0.2;

function country(place: Place): number {
  return place.authority.startsWith('W') ? acrossTheBorder : 1;
}

/** Most authorities use a few providers a lot and most of them never. */
function affinity(provider: Provider, authority: string): number {
  if (provider.owner !== null) return provider.owner === authority ? 6 : 0;
  const luck = hashText(`${authority}${provider.urn}`) / 4294967296;
  return luck < 0.35 ? 0.02 : Math.exp(2.2 * (luck - 0.6));
}

export function buildWorld(options: {
  readonly seed: number;
  readonly authorities: readonly Authority[];
  readonly districts: readonly Place[];
  readonly providers: number;
}): World {
  const { seed, authorities, districts } = options;
  const providers = buildProviders(seed, authorities, districts, options.providers);
  const of = (type: Provider['type']) => providers.filter((provider) => provider.type === type);
  const own = (place: Place, authority: string, factor: number) => (place.authority === authority ? factor : 1);
  const at = (provider: Provider) => provider.district;
  const itself = (place: Place) => place;

  return {
    authorities,
    providers,
    district: new Map(districts.map((place) => [place.outcode, place])),
    families: createGravity(
      districts,
      itself,
      (place, code) =>
        place.sectors.length * own(place, code, 600) * Math.exp(hashText(`${seed}${place.outcode}`) / 4294967296),
      { scale: 15, power: 3 },
    ),
    carers: createGravity(
      districts,
      itself,
      (place, code) => place.sectors.length * country(place) * own(place, code, 1.8),
      {
        scale: 10,
        power: 3.2,
      },
    ),
    homes: createGravity(
      of('Residential'),
      at,
      (provider, code) =>
        provider.capacity * country(provider.district) * affinity(provider, code) * own(provider.district, code, 0.28),
      { scale: 13, power: 2.3 },
    ),
    supported: createGravity(
      of('Supported Accommodation'),
      at,
      (provider, code) =>
        provider.capacity * country(provider.district) * affinity(provider, code) * own(provider.district, code, 5),
      { scale: 5, power: 5 },
    ),
    agencies: createGravity(
      of('Foster').filter(({ owner }) => owner === null),
      at,
      (provider, code) => provider.capacity * affinity(provider, code),
      { scale: 25, power: 2.5 },
    ),
    ownFostering: ownServices(authorities, districts, providers),
    market: new Map(
      authorities.map(({ code }) => [code, { shortage: 0.35 * createRandom(seed, `market ${code}`).normal() }]),
    ),
  };
}

function ownServices(
  authorities: readonly Authority[],
  districts: readonly Place[],
  providers: readonly Provider[],
): ReadonlyMap<string, Provider> {
  const services = new Map<string, Provider>();
  for (const provider of providers) {
    if (provider.type === 'Foster' && provider.owner !== null) services.set(provider.owner, provider);
  }
  const [first] = services.values();
  for (const { code } of authorities) {
    if (!services.has(code) && first && districts.length > 0) services.set(code, first);
  }
  return services;
}
