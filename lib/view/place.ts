/** Authorities and regions as links and sentences name them: `somerset`, `south-west`. */
import { authorities, findAuthority as findAnyAuthority } from '@/lib/place/authority';

/** `Bristol, City of` → `Bristol`: the name as it is said. */
function plainName(name: string): string {
  return name.replace(/, (?:City|County) of$/, '');
}

/** `St. Helens` → `st-helens`; letters and digits of any other script are dropped. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\u0300-\u036f.'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

interface Place {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

const authorityPlaces = new Map<string, Place>();
const regionPlaces = new Map<string, Place>();
const dfeCodes = new Map<string, string>();
const authoritySlugs = new Map<string, string>();
const regionWords = new Map<string, string>();

for (const { code, name, region, regionName, dfeCode } of authorities) {
  const plain = plainName(name);
  authorityPlaces.set(code, { code, name: plain, slug: slugOf(plain) });
  authoritySlugs.set(slugOf(plain), code);
  dfeCodes.set(code, dfeCode);
  regionPlaces.set(region, { code: region, name: regionName, slug: slugOf(regionName) });
  regionWords.set(slugOf(regionName), region).set(region.toLowerCase(), region);
}

/** GSS code of what a link calls an authority (its slug, any usual name, GSS code or DfE number), or null. */
export function findAuthority(word: string): string | null {
  const text = word.trim().toLowerCase();
  const slug = authoritySlugs.get(text);
  if (slug !== undefined) return slug;
  const match = findAnyAuthority(text.replaceAll('-', ' '));
  return match.kind === 'found' ? match.authority.code : null;
}

/** GSS code of what a link calls a region, or null. */
export function findRegion(word: string): string | null {
  return regionWords.get(word.trim().toLowerCase()) ?? null;
}

export function isAuthority(code: string): boolean {
  return authorityPlaces.has(code);
}

export function isRegion(code: string): boolean {
  return regionPlaces.has(code);
}

export function authorityName(code: string): string {
  return authorityPlaces.get(code)?.name ?? code;
}

export function authoritySlug(code: string): string {
  return authorityPlaces.get(code)?.slug ?? code.toLowerCase();
}

/** The DfE's three figures, for links that name more authorities than words have room for. */
export function authorityNumber(code: string): string {
  return dfeCodes.get(code) ?? code.toLowerCase();
}

export function regionName(code: string): string {
  return regionPlaces.get(code)?.name ?? code;
}

export function regionSlug(code: string): string {
  return regionPlaces.get(code)?.slug ?? code.toLowerCase();
}

const districtPattern = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const areaPattern = /^[EWSN]\d{8}$/;

/** One end of a journey: a postcode district (`BS14`) or a GSS code, Welsh and Scottish councils included. */
export function isArea(area: string): boolean {
  return districtPattern.test(area) || areaPattern.test(area);
}

/** A district before an authority: `E1` is Whitechapel. */
export function findArea(word: string): string | null {
  const text = word.trim().toUpperCase();
  if (districtPattern.test(text)) return text;
  return findAuthority(text) ?? (areaPattern.test(text) ? text : null);
}

export function areaSlug(area: string): string {
  return isAuthority(area) ? authoritySlug(area) : area.toLowerCase();
}
