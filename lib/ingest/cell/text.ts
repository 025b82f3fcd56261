import { quote } from '@/lib/standard/sql';

/** Spaces of every width, line ends, zero-width characters and the byte order mark. */
const edges = ' \t\n\r\v\f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'.concat(
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

/** The same rule in JavaScript: what ingest calls a blank cell. */
export function cleanText(cell: string): string {
  let start = 0;
  let end = cell.length;
  while (start < end && edges.includes(cell.charAt(start))) start += 1;
  while (end > start && edges.includes(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end).replace(/^'+/, '');
}
