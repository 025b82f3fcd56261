/**
 * When two spellings are the same: the rule once in JavaScript and once in SQL, so that a cell means
 * the same wherever it is read. Case, spaces, dashes, quotes, zero-width characters and the debris of a
 * wrongly decoded file never matter; letters, digits, `<`, `>`, `/` and `?` always do.
 */
import { quote } from '@/lib/standard/sql';

/** A UTF-8 dash, quote or no-break space read as Windows-1252: `â€“`, `â€™`, `Â `; seen in lower case. No list has an â. */
const debris = 'â€.|â';
const noise = '[\\s\\p{Z}\\p{C}\\p{Pd}_\'"`´‘’“”.,:;()…•*−]';

const comparisons: readonly (readonly [string, string])[] = [
  ['â‰¤', '<'],
  ['â‰¥', '>'],
  ['≤', '<'],
  ['≥', '>'],
  ['＜', '<'],
  ['＞', '>'],
  ['&lt;', '<'],
  ['&gt;', '>'],
];

const noisePattern = new RegExp(`(${debris}|${noise})+`, 'gsu');

/** What is left of a cell's text once nothing but its meaning counts. */
export function valueKey(text: string): string {
  const plain = comparisons.reduce((rest, [from, to]) => rest.replaceAll(from, to), text.toLowerCase());
  return plain.replace(noisePattern, '');
}

/**
 * The same as `valueKey`, as an SQL expression of a VARCHAR expression. Without `comparisons` it says nothing of `≤` and
 * its like, which most lists have no use for: every function in a statement costs time before the first row is read.
 */
export function valueKeySql(expression: string, withComparisons = true): string {
  const plain = (withComparisons ? comparisons : []).reduce(
    (rest, [from, to]) => `replace(${rest}, ${quote(from)}, ${quote(to)})`,
    `lower(${expression})`,
  );
  return `regexp_replace(${plain}, ${quote(`(${debris}|${noise})+`)}, '', 'gs')`;
}

/** Headers match on letters and digits alone: `Risk to child: Self-harm` is `risk_to_child_self_harm`. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
