/**
 * Promises to name the English children's-services authority a person or a file means, or to say why
 * it cannot: by GSS code, DfE number or any usual spelling, before and after reorganisation.
 */
import records from '@/data/reference/authorities.json';
import { aliases, authorityKey, formerNames, nameParts } from './authority-name';

export interface Authority {
  /** Current GSS code: `E06000066`. */
  readonly code: string;
  readonly formerCodes: readonly string[];
  /** DfE's three-digit number: `933`. */
  readonly dfeCode: string;
  readonly formerDfeCodes: readonly string[];
  /** As ONS and DfE write it: `Bristol, City of`. */
  readonly name: string;
  /** As Ofsted writes it: `Bristol`. */
  readonly ofstedName: string;
  /** Region GSS code: `E12000009`. */
  readonly region: string;
  readonly regionName: string;
}

export type AuthorityMatch =
  | { readonly kind: 'found'; readonly authority: Authority; readonly former: boolean }
  /** Split in a reorganisation, or a name shared by several. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Authority[]; readonly reason: string }
  | { readonly kind: 'unknown' };

/** The 153, in order of GSS code. */
export const authorities: readonly Authority[] = records;

const byCode = new Map(authorities.map((one) => [one.code, one]));

function index(keys: (one: Authority) => readonly string[]): ReadonlyMap<string, readonly Authority[]> {
  const found = new Map<string, Authority[]>();
  for (const one of authorities) for (const key of keys(one)) found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

const current = index((one) => [one.code, one.dfeCode]);
const former = index((one) => [...one.formerCodes, ...one.formerDfeCodes]);
const named = index((one) => [
  ...new Set([one.name, one.ofstedName, ...(aliases[one.code] ?? [])].map((name) => authorityKey(name))),
]);
const formerlyNamed = new Map(
  Object.entries(formerNames).map(([name, codes]) => [authorityKey(name), codes.flatMap(authorityOf)]),
);

function authorityOf(code: string): Authority[] {
  const one = byCode.get(code);
  return one ? [one] : [];
}

/** The authority of a current GSS code. */
export function authorityByCode(code: string): Authority | undefined {
  return byCode.get(code);
}

function match(candidates: readonly Authority[] | undefined, isFormer: boolean, text: string): AuthorityMatch | null {
  const [first, ...others] = candidates ?? [];
  if (!first) return null;
  if (others.length === 0) return { kind: 'found', authority: first, former: isFormer };
  const names = (candidates ?? []).map((one) => one.name).join(' or ');
  const reason = isFormer ? `${text} was split in a reorganisation: say ${names}` : `${text} could be ${names}`;
  return { kind: 'ambiguous', candidates: candidates ?? [], reason };
}

function byKey(key: string, text: string): AuthorityMatch | null {
  return match(named.get(key), false, text) ?? match(formerlyNamed.get(key), true, text);
}

/** `E06000066 Somerset`, `Somerset (933)`, `LA 933`: a code, with nothing beside it that speaks of another. */
function codeWithName(text: string): AuthorityMatch | null {
  const [code, ...others] = text.match(/[EWSN]\d{8}|(?<![\p{L}\d])\d{3}(?![\p{L}\d])/giu) ?? [];
  if (code === undefined || others.length > 0) return null;
  const [said] = candidatesOf(match(current.get(code.toUpperCase()) ?? former.get(code.toUpperCase()), false, text));
  const rest = authorityKey(text.replace(code, ' ').replace(/\b(dfe|lad|gss|ons|code|no)\b/gi, ' '));
  if (!said || (rest !== '' && !candidatesOf(byKey(rest, text)).includes(said))) return null;
  return { kind: 'found', authority: said, former: !current.has(code.toUpperCase()) };
}

/** Total: never throws. Accepts `E06000066`, `933`, `Somerset`, `Bristol City Council`, `LB Camden`, `BCP`, `933 - Somerset`. */
export function findAuthority(text: string): AuthorityMatch {
  const trimmed = text.trim();
  const code = trimmed.toUpperCase().replace(/\.0$/, '');
  return (
    match(current.get(code), false, trimmed) ??
    match(former.get(code), true, trimmed) ??
    byKey(authorityKey(trimmed), trimmed) ??
    codeWithName(trimmed) ?? { kind: 'unknown' }
  );
}

/**
 * The authority a file's name suggests, or the folder or archive it lies in, the nearest first: a code, then the longest
 * name in it, then a lone DfE number. A suggestion to confirm, never a silent choice.
 */
export function findAuthorityInFileName(fileName: string): AuthorityMatch {
  const said = nameParts(fileName).map(inOneName);
  const [nearest = { kind: 'unknown' } as const, ...outer] = said.filter(({ kind }) => kind !== 'unknown');
  if (nearest.kind !== 'ambiguous') return nearest;
  const codes = new Set(nearest.candidates.map(({ code }) => code));
  return outer.find((one) => one.kind === 'found' && codes.has(one.authority.code)) ?? nearest;
}

function inOneName(name: string): AuthorityMatch {
  const words = name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}&']+/u)
    .filter(Boolean);
  const coded = words.filter((word) => /^[EWSN]\d{8}$/i.test(word)).map(findAuthority);
  const known = coded.find((one) => one.kind !== 'unknown');
  return known ?? nameAmong(words) ?? numberAmong(words) ?? { kind: 'unknown' };
}

/** Longest names first, so that `North_Somerset_Q1` is not Somerset. */
function nameAmong(words: readonly string[]): AuthorityMatch | null {
  for (let length = Math.min(7, words.length); length > 0; length -= 1) {
    const windows = words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '));
    const found = windows.flatMap((text) => (/^\d+$/.test(text) ? [] : (byKey(authorityKey(text), text) ?? [])));
    const [first] = found;
    if (!first) continue;
    const at = windows.findIndex((text) => !/^\d+$/.test(text) && byKey(authorityKey(text), text));
    // `North Somerset and Somerset` names two, though the one lies in the other.
    const rest = [words.slice(0, at), words.slice(at + length)].flatMap((part) => candidatesOf(nameAmong(part)));
    const distinct = new Map([...found.flatMap(candidatesOf), ...rest].map((one) => [one.code, one]));
    return found.length === 1 && rest.every((one) => candidatesOf(first).includes(one))
      ? first
      : match([...distinct.values()], false, words.join(' '));
  }
  return null;
}

function candidatesOf(found: AuthorityMatch | null): readonly Authority[] {
  if (found?.kind === 'found') return [found.authority];
  return found?.kind === 'ambiguous' ? found.candidates : [];
}

function numberAmong(words: readonly string[]): AuthorityMatch | null {
  const numbers = [...new Set(words.filter((word) => /^\d{3}$/.test(word)))];
  const found = numbers.map(findAuthority).filter((one) => one.kind !== 'unknown');
  return found.length === 1 ? (found[0] ?? null) : null;
}
