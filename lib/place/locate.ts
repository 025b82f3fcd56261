import type { District, Sector } from './format';
import type { Places } from './places';
import { type PlaceMeaning, type PostcodeReading, readPostcode } from './postcode';
import { endReasons, homeReasons, placementReasons } from './reason';

/** Where an end of the journey is, or why nobody can say. */
export type Located =
  | {
      readonly kind: 'found';
      readonly precision: 'postcode' | 'sector' | 'district';
      readonly district: string;
      /** OS National Grid metres. */
      readonly easting: number;
      readonly northing: number;
      /** Miles: the radius of the disc its postcodes fill (the 90 % radius ÷ 0.95). */
      readonly radius: number;
      /** GSS code of the authority holding most of it. */
      readonly authority: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** DfE's mile, in metres (children looked after statistics: methodology, distance). */
export const metresInMile = 1609.3;

const discShare = 0.95;

/** Radius of the uniform disc whose inner 90 % reaches the district's 90th-percentile radius, in miles. Source: methods §3. */
export function discMiles(district: District): number {
  return district.radius / discShare / metresInMile;
}

/** A sector is one of the parts its district is cut into, so its disc has that share of the area. */
function sectorMiles(district: District, sectors: number): number {
  return discMiles(district) / Math.sqrt(Math.max(1, sectors));
}

const counts = new WeakMap<Places, Map<string, number>>();

function sectorCount(places: Places, district: string): number {
  let found = counts.get(places);
  if (!found) {
    found = new Map();
    for (const one of places.sectors.values()) found.set(one.district, (found.get(one.district) ?? 0) + 1);
    counts.set(places, found);
  }
  return found.get(district) ?? 1;
}

/** `BS14` read one way is no live place, and is the other way: that is what it means. */
function settled(reading: PostcodeReading, text: string, places: Places): PostcodeReading {
  if (!('warning' in reading) || reading.warning !== 'ambiguous') return reading;
  const other = readPostcode(text, reading.kind === 'district' ? 'sector' : 'district');
  return !live(reading, places) && live(other, places) ? other : reading;
}

function live(reading: PostcodeReading, places: Places): boolean {
  if (reading.kind === 'district') return places.districts.has(reading.district);
  return reading.kind === 'sector' && places.sectors.has(reading.sector);
}

/** Total: every text is somewhere, or has a reason. `end` chooses the words of the reason. */
export function locate(text: string | null, meaning: PlaceMeaning, end: 'home' | 'placement', places: Places): Located {
  const words = endReasons[end];
  const unknown = (reason: string): Located => ({ kind: 'unknown', reason });
  const reading = settled(readPostcode(text ?? '', meaning), text ?? '', places);
  switch (reading.kind) {
    case 'blank':
      return unknown(words.blank);
    case 'unreadable':
      return unknown(words.unreadable);
    case 'special':
      return unknown((end === 'home' ? homeReasons : placementReasons)[reading.reason]);
    case 'elsewhere':
      return unknown(words.elsewhere);
    default: {
      const district = places.districts.get(reading.district);
      if (!district) return unknown(words.dead);
      if (district.boxes) return unknown(words.boxes);
      const sector = reading.kind === 'district' ? undefined : places.sectors.get(reading.sector);
      return sector
        ? inSector(
            sector,
            district,
            sectorCount(places, district.code),
            reading.kind === 'full' ? 'postcode' : 'sector',
          )
        : inDistrict(district);
    }
  }
}

function inDistrict(district: District): Located {
  const { code, easting, northing } = district;
  const authority = district.authorities[0]?.code ?? '';
  return {
    kind: 'found',
    precision: 'district',
    district: code,
    easting,
    northing,
    radius: discMiles(district),
    authority,
  };
}

function inSector(sector: Sector, district: District, sectors: number, precision: 'postcode' | 'sector'): Located {
  const { easting, northing } = sector;
  const authority = sector.authority.code || (district.authorities[0]?.code ?? '');
  const radius = sectorMiles(district, sectors);
  return { kind: 'found', precision, district: district.code, easting, northing, radius, authority };
}

/** DfE: √(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093 on National Grid metres, in miles, rounded half up to one decimal (then banded). */
export function milesBetween(
  from: { readonly easting: number; readonly northing: number },
  to: { readonly easting: number; readonly northing: number },
): number {
  const metres = Math.hypot(from.easting - to.easting, from.northing - to.northing);
  return Math.floor((metres / metresInMile) * 10 + 0.5) / 10;
}

/** Standard error of a distance between two discs, in miles: ½√(r₁² + r₂²). Source: methods §3. */
export function sigmaBetween(from: { readonly radius: number }, to: { readonly radius: number }): number {
  return Math.hypot(from.radius, to.radius) / 2;
}
