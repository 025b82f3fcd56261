import type { District, Sector } from './format';
import { readDistricts, readSectors } from './format';

export type Country = 'England' | 'Scotland' | 'Wales';

/** Every live postcode district and sector of Great Britain, by its code. */
export interface Places {
  readonly districts: ReadonlyMap<string, District>;
  readonly sectors: ReadonlyMap<string, Sector>;
}

/** To be shown wherever a distance or the map is (Open Government Licence). */
export const attribution =
  'Contains Ordnance Survey data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.';

let loading: Promise<Places> | undefined;
let loaded: Places | null = null;

/** Fetched once, when first needed: about 85 kB over the wire. */
export function loadPlaces(): Promise<Places> {
  loading ??= load();
  return loading;
}

/** The places where they are already here. A shipped or a kept pool is loaded without them: a measure fetches them first. */
export function loadedPlaces(): Places | null {
  return loaded;
}

async function load(): Promise<Places> {
  const [districtText, sectorText] = await Promise.all([
    import('@/data/reference/districts.json'),
    import('@/data/reference/sectors.json'),
  ]);
  const districts = readDistricts(districtText.default);
  const sectors = readSectors(sectorText.default, districts);
  loaded = {
    districts: new Map(districts.map((one) => [one.code, one])),
    sectors: new Map(sectors.map((one) => [one.code, one])),
  };
  return loaded;
}

/** GSS codes of every upper-tier council of Great Britain a district lies in: the values of home_la and placement_la. */
export async function areaCodes(): Promise<readonly string[]> {
  const { districts } = await loadPlaces();
  const codes = [...districts.values()].flatMap((one) => one.authorities.map(({ code }) => code));
  return [...new Set(codes)].filter(Boolean).sort();
}

const countries: Readonly<Record<string, Country>> = { E: 'England', S: 'Scotland', W: 'Wales' };

/** The country of the authority that holds most of the district. */
export function countryOf(district: District): Country {
  return countries[district.authorities[0]?.code.charAt(0) ?? 'E'] ?? 'England';
}
