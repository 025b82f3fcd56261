import type { AuthorityShare, District, Sector } from '@/lib/place/format';
import { readCsv } from './csv';
import { isLargeUser } from './large-user';

/** One live postcode of Ordnance Survey's Code-Point Open. */
export interface Postcode {
  readonly district: string;
  readonly sector: string;
  readonly easting: number;
  readonly northing: number;
  /** The upper-tier authority: the county where there is one. */
  readonly authority: string;
}

/**
 * Rows of Code-Point Open: postcode, positional quality, easting, northing, country, NHS region,
 * NHS authority, county, district, ward; no header. Quality 90 means no position: those are left out.
 */
export function readPostcodes(path: string): Postcode[] {
  return readCsv(path).flatMap((row) => {
    const [postcode = '', quality, east, north, , , , county, district] = row;
    const [easting, northing] = [Number(east), Number(north)];
    if (row.length < 10 || quality === '90' || !(easting > 0) || !(northing >= 0)) return [];
    const outward = postcode.slice(0, -3).trim();
    const sector = `${outward} ${postcode.at(-3)}`;
    return [{ district: outward, sector, easting, northing, authority: county || district || '' }];
  });
}

interface Place {
  readonly easting: number;
  readonly northing: number;
  readonly radius: number;
  readonly authorities: readonly AuthorityShare[];
  readonly postcodes: number;
}

/** Districts with one postcode that are islands and hamlets, not large users. */
const hamlets = new Set(['KW2', 'PA62', 'PA63', 'PA64', 'PA74', 'PH30', 'PH42', 'PH43', 'PH44', 'TR22', 'TR23']);

/** Nine in ten postcodes within 100 m of one another is a sorting office; others are known by their number or name. */
export function isBoxes(district: string, radius: number): boolean {
  return (radius < 100 && !hamlets.has(district)) || isLargeUser(district);
}

function place(postcodes: readonly Postcode[]): Place {
  const n = postcodes.length;
  const easting = Math.round(postcodes.reduce((sum, one) => sum + one.easting, 0) / n);
  const northing = Math.round(postcodes.reduce((sum, one) => sum + one.northing, 0) / n);
  const away = postcodes.map((one) => Math.hypot(one.easting - easting, one.northing - northing)).sort((a, b) => a - b);
  const counts = new Map<string, number>();
  for (const one of postcodes) counts.set(one.authority, (counts.get(one.authority) ?? 0) + 1);
  const authorities = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, count]) => ({ code, share: count / n }))
    .filter((area, index) => index === 0 || area.share >= 0.01);
  return { easting, northing, radius: quantile(away, 0.9), authorities, postcodes: n };
}

/** Linear interpolation (R type 7) of sorted values. */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

function grouped(postcodes: readonly Postcode[], key: (one: Postcode) => string): Map<string, Postcode[]> {
  const groups = new Map<string, Postcode[]>();
  for (const one of postcodes) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function districtsOf(postcodes: readonly Postcode[]): District[] {
  return [...grouped(postcodes, (one) => one.district)].map(([code, group]) => {
    const { easting, northing, radius, authorities } = place(group);
    return { code, easting, northing, radius, authorities, boxes: isBoxes(code, radius) };
  });
}

export function sectorsOf(postcodes: readonly Postcode[]): Sector[] {
  return [...grouped(postcodes, (one) => one.sector)].map(([code, group]) => {
    const { easting, northing, authorities } = place(group);
    const authority = authorities[0] ?? { code: '', share: 1 };
    return { code, district: code.slice(0, -2), easting, northing, authority };
  });
}

/** The mean position of each authority's postcodes: the reference point of the "centre of the authority" proxy. */
export function centresOf(postcodes: readonly Postcode[]): Map<string, { easting: number; northing: number }> {
  return new Map([...grouped(postcodes, (one) => one.authority)].map(([code, group]) => [code, place(group)]));
}
