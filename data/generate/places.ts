import districtText from '@/data/reference/districts.json';
import sectorText from '@/data/reference/sectors.json';
import { type District, readDistricts, readSectors } from '@/lib/place/format';

/** A postcode district where a child's home or a placement may be. */
export interface Place {
  readonly outcode: string;
  /** OS National Grid, metres. */
  readonly easting: number;
  readonly northing: number;
  /** GSS code of the authority holding most of it. */
  readonly authority: string;
  /** The digits of its sectors; their number stands for how many people live there. */
  readonly sectors: readonly string[];
}

/** Metres. A district drawn tighter is one large organisation's own postcode. */
const smallest = 250;
/** Nobody lives here either, though its postcodes are spread about. */
const notHomes: ReadonlySet<string> = new Set(['SN38']);

const everyPlace: readonly Place[] = (() => {
  const districts = readDistricts(districtText);
  const digits = new Map<string, string[]>();
  for (const sector of readSectors(sectorText, districts)) {
    digits.set(sector.district, [...(digits.get(sector.district) ?? []), sector.code.slice(-1)]);
  }
  const wide = districts.filter(
    ({ code, radius, authorities }) =>
      radius >= smallest && !notHomes.has(code) && /^[EW]/.test(authorities[0]?.code ?? ''),
  );
  const lived = wide.filter(({ boxes }) => !boxes);
  return wide.map((district) => {
    const { easting, northing, authorities } = district;
    const home = district.boxes ? nearest(district, lived) : district;
    const own = digits.get(district.code) ?? [];
    const sectors = digits.get(home.code) ?? [];
    return {
      outcode: home.code,
      easting,
      northing,
      authority: authorities[0]?.code ?? '',
      sectors: own.map((digit, at) => (home === district ? digit : (sectors[at % sectors.length] ?? digit))),
    };
  });
})();

/** Where large users collect their post nobody lives: the nearest place where people do stands in, so that places elsewhere keep their draws. */
function nearest(one: District, among: readonly District[]): District {
  const away = (other: District) => Math.hypot(one.easting - other.easting, one.northing - other.northing);
  return among.reduce((best, other) => (away(other) < away(best) ? other : best), among[0] ?? one);
}

/** All of England and Wales. */
export function nationalPlaces(): readonly Place[] {
  return everyPlace;
}

/** The places of these authorities, the country around them, and one in eight of those further off. */
export function placesAround(codes: ReadonlySet<string>): readonly Place[] {
  const inside = everyPlace.filter(({ authority }) => codes.has(authority));
  return everyPlace.filter(
    (place, index) =>
      codes.has(place.authority) || index % 8 === 0 || inside.some((one) => milesBetween(one, place) < 40),
  );
}

/** DfE's straight-line distance in miles, unrounded. */
export function milesBetween(one: Place, other: Place): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing) / 1000 / 1.6093;
}
