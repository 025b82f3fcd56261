import districtText from '@/data/reference/districts.json';
import sectorText from '@/data/reference/sectors.json';
import { readDistricts, readSectors } from '@/lib/place/format';

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
  return districts
    .filter(
      ({ code, boxes, radius, authorities }) =>
        !boxes && radius >= smallest && !notHomes.has(code) && /^[EW]/.test(authorities[0]?.code ?? ''),
    )
    .map(({ code, easting, northing, authorities }) => ({
      outcode: code,
      easting,
      northing,
      authority: authorities[0]?.code ?? '',
      sectors: digits.get(code) ?? [],
    }));
})();

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
