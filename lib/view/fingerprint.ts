/**
 * Marks a pool so that a link opened elsewhere can say which pool it was made over. The mark holds a
 * name, how many authorities, which months and a hash: no counts, no data.
 */
import { type MonthRange, monthIndex, monthText, rangeLabel } from '@/lib/view/month';
import { slugOf } from '@/lib/view/place';

export interface PoolSource {
  /** The file's name: used only where no authority is known, so that a renamed copy is the same source. */
  readonly name: string;
  /** GSS code, or null where rows name their own. */
  readonly authority: string | null;
  readonly rows: number;
}

export interface PoolDescription {
  /** `South West`, `Synthetic sample`. */
  readonly name: string;
  readonly sources: readonly PoolSource[];
  /** GSS codes with rows in the pool. */
  readonly authorities: readonly string[];
  readonly months: MonthRange | null;
}

export interface PoolMark {
  readonly name: string;
  readonly authorities: number;
  readonly months: MonthRange | null;
  readonly hash: string;
}

const markPattern =
  /^([a-z0-9-]{1,40})\.(\d{1,3})\.(?:((?:19|20)\d{2}-\d{2})\.((?:19|20)\d{2}-\d{2})|none)\.([0-9a-z]{7})$/;

/** `south-west.15.2024-04.2026-03.0k3f9x2`: the same for the same pool in whatever order its files were opened. */
export function poolMark(pool: PoolDescription): string {
  const name = slugOf(pool.name).slice(0, 40).replace(/-$/, '') || 'pool';
  const months = pool.months === null ? 'none' : `${monthText(pool.months.from)}.${monthText(pool.months.to)}`;
  const sources = pool.sources.map(({ name: file, authority, rows }) => `${authority ?? slugOf(file)} ${rows}`);
  const authorities = [...new Set(pool.authorities)].sort();
  const hash = fnv1a([months, ...authorities, ...sources.sort()].join('\n'));
  return [name, Math.min(authorities.length, 999), months, hash].join('.');
}

/** Null where the text is no mark. */
export function readPoolMark(text: string): PoolMark | null {
  const match = markPattern.exec(text);
  if (!match) return null;
  const [, name = '', authorities, first, last, hash = ''] = match;
  if (first === undefined || last === undefined) {
    return { name, authorities: Number(authorities), months: null, hash };
  }
  const from = monthIndex(first);
  const to = monthIndex(last);
  if (from === null || to === null || from > to) return null;
  return { name, authorities: Number(authorities), months: { from, to }, hash };
}

export function isPoolMark(text: string): boolean {
  return readPoolMark(text) !== null;
}

/**
 * What to tell whoever opens a link over the pool they have: null where it is the same pool (or the
 * link names none), else a sentence that says which pool it was made over and what differs.
 */
export function comparePools(link: string | null, current: PoolDescription | null): string | null {
  const made = link === null ? null : readPoolMark(link);
  if (made === null) return null;
  const described = `“${made.name}” (${describe(made.authorities, made.months)})`;
  if (current === null || current.sources.length === 0) {
    return `This link was made over the pool ${described}. Open that pool’s files to see the same figures.`;
  }
  const own = readPoolMark(poolMark(current));
  if (own?.hash === made.hash) return null;
  const same = own !== null && describe(own.authorities, own.months) === describe(made.authorities, made.months);
  const difference = same
    ? 'This pool covers the same months and as many authorities, but its files or rows are not the same'
    : `This pool, “${current.name}”, holds ${describe(own?.authorities ?? 0, current.months)}`;
  return `This link was made over another pool: ${described}. ${difference}, so figures can differ.`;
}

function describe(authorities: number, months: MonthRange | null): string {
  const count = `${authorities} ${authorities === 1 ? 'authority' : 'authorities'}`;
  return `${count}, ${months === null ? 'no dates' : rangeLabel(months)}`;
}

/** FNV-1a, 32 bits, over UTF-16 units: tells pools apart, protects nothing. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
