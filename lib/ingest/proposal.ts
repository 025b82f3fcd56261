import type { FieldName } from '@/lib/standard/fields';
import { knownHeadings } from '@/lib/standard/heading';
import { headerKey } from '@/lib/standard/key';
import type { Proposal } from './file/failure';

/** Edits (insert, drop, replace, swap neighbours) from one word to another; stops counting past `limit`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      next.push(swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[to.length] ?? limit + 1;
}

/** A misspelling changes few letters: one in five, and never more than four. */
const allowance = (key: string) => Math.min(4, Math.floor(key.length / 5));

/** A known heading inside a longer one, or the reverse: `child id (LCS)`, `weekly cost total agreed`. */
function overlap(key: string, known: string): number {
  const [short, long] = key.length < known.length ? [key, known] : [known, key];
  return short.length >= 5 && long.includes(short) ? short.length / long.length : 0;
}

const idle = new Set(
  'a an and by can for how if in is it many name of or other please s specify the this to was what when which who with'.split(
    ' ',
  ),
);

/** The words that carry a heading's meaning. */
const wordsOf = (heading: string) => [
  ...new Set(
    heading
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !idle.has(word)) ?? [],
  ),
];

const sameWord = (one: string, other: string) =>
  one === other || (Math.min(one.length, other.length) >= 5 && editDistance(one, other, 1) <= 1);

/** Shared words, twice over, of all words: at least two must be shared. */
function sharedWords(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((word) => other.some((known) => sameWord(word, known))).length;
  return shared < 2 ? 0 : (2 * shared) / (one.length + other.length);
}

const known = knownHeadings.map(([heading, field]) => ({ key: headerKey(heading), words: wordsOf(heading), field }));

/**
 * Fields that unknown headings may mean, likeliest first, one a heading. Only fields no other column has are proposed,
 * and nothing is mapped: the caller asks and passes back what was confirmed.
 */
export function proposeFields(headings: readonly string[], taken: ReadonlySet<FieldName>): Proposal[] {
  return headings.flatMap((heading) => {
    const key = headerKey(heading);
    const words = wordsOf(heading);
    if (key.length < 3) return [];
    let best: Proposal | null = null;
    for (const one of known) {
      if (taken.has(one.field)) continue;
      const limit = allowance(one.key);
      const edits = limit > 0 ? editDistance(key, one.key, limit) : 1;
      const spelling = edits <= limit ? 1 - edits / one.key.length : 0;
      const meaning = sharedWords(words, one.words);
      const likeness = Math.max(spelling, overlap(key, one.key), meaning >= 0.75 ? meaning : 0);
      if (likeness >= 0.5 && likeness > (best?.likeness ?? 0)) best = { heading, field: one.field, likeness };
    }
    return best ?? [];
  });
}
