import { quote } from '@/lib/standard/sql';

/** Spaces of every width, line ends, zero-width characters, the byte order mark and the mark that once ended a file. */
const edges =
  ' \t\n\r\v\f\u001a\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'.concat(
    '\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad',
  );

/**
 * White space off both ends, and the apostrophe or `="…"` by which a spreadsheet forces text; NULL when nothing is left.
 * Plain text, which nearly all of it is, passes by on one quick test.
 */
export function textSql(cell: string): string {
  const trimmed = `regexp_replace(trim(${cell}, ${quote(edges)}), '^="([^"]*)"$', '\\1')`;
  const bare = `nullif(ltrim(${trimmed}, ''''), '')`;
  return `CASE WHEN regexp_full_match(${cell}, '[!-&(-<>-~]([ -~]*[!-~])?') THEN ${cell} ELSE ${bare} END`;
}

/** What a spreadsheet shows of a formula that failed. */
export const brokenFormula = '#(N/A|REF!|VALUE!|DIV/0!|NAME[?]|NUM!|NULL!)';

/** Words for "there is none". Not `NA`, which may be a child's initials. */
const noId = "'n/a', 'none', 'nil', 'null', 'nan', 'not known', 'unknown', 'tbc', 'tba', '-', '–', '—', '.', '?'";

/** A child's ID: text, with every fixed space, dash and zero-width letter inside it made plain, so that one child is one. */
export function idSql(cell: string): string {
  const text = textSql(cell);
  const plain = `translate(${text}, '\u00a0\u2007\u202f‐‑‒–—−\u200b\u200c\u200d\u2060\ufeff\u00ad', '   ------')`;
  return `CASE WHEN regexp_full_match(${cell}, '[A-Za-z0-9/_-]*[0-9][A-Za-z0-9/_-]*') THEN ${cell}
    WHEN list_contains([${noId}], lower(${text})) OR ${text} SIMILAR TO '${brokenFormula}' THEN NULL ELSE ${plain} END`;
}

/** The same rule in JavaScript: what ingest calls a blank cell. */
export function cleanText(cell: string): string {
  let start = 0;
  let end = cell.length;
  while (start < end && edges.includes(cell.charAt(start))) start += 1;
  while (end > start && edges.includes(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end).replace(/^'+/, '');
}
