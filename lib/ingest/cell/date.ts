import { quoteAll } from '@/lib/standard/sql';
import { textSql } from './text';

/** Two-figure years first: `%Y` would read 24 as the year 24. Day before month, always. */
const days = ['%d/%m/%y', '%d/%m/%Y', '%d/%b/%y', '%d/%b/%Y', '%d/%B/%y', '%d/%B/%Y', '%Y/%m/%d'];
const formats = quoteAll(days);

const weekday = '^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*/';
const ordinal = '(?:st|nd|rd|th)?';
const shape =
  '((?:[0-9]{1,2}/(?:[0-9]{1,2}|[a-z]{3,9})/(?:(?:19|20)[0-9]{2}|[0-9]{2}))|(?:(?:19|20)[0-9]{2}/[0-9]{1,2}/[0-9]{1,2}))';
const clock = '(?:[/t][0-9]{1,2}:[0-9]{2}.*)?';

/**
 * A DATE of 1900 to 2099 from ISO, ISO with a time, day-first figures, a month in words on either side of its day, or an
 * Excel serial; NULL when the text is none of these or the day does not exist. Figures are never read month-first.
 */
export function dateSql(cell: string): string {
  const lower = `regexp_replace(lower(${textSql(cell)}), '\\p{Cf}+', '', 'g')`;
  const slashed = `regexp_replace(${lower}, '[\\s\\p{Z}.,\\\\\\-‐‑‒–—−/]+', '/', 'g')`;
  const unnamed = `replace(regexp_replace(${slashed}, '${weekday}', ''), 'sept/', 'sep/')`;
  const monthFirst = `regexp_replace(${unnamed}, '^([a-z]{3,9})/([0-9]{1,2})${ordinal}/', '\\2/\\1/')`;
  const apart = `regexp_replace(${monthFirst}, '^([0-9]{1,2})${ordinal}/?([a-z]{3,9})/?([0-9])', '\\1/\\2/\\3')`;
  const worded = `try_strptime(nullif(regexp_extract(${apart}, '^${shape}${clock}/?$', 1), ''), [${formats}])::DATE`;
  const figures = `regexp_extract(${textSql(cell)}, '^([3-5][0-9]{4})(?:\\.[0-9]+)?$', 1)`;
  const serial = `DATE '1899-12-30' + TRY_CAST(${figures} AS INTEGER)`;
  const packed = `try_strptime(nullif(regexp_extract(${textSql(cell)}, '^20[0-9]{6}$'), ''), '%Y%m%d')::DATE`;
  return `CASE
    WHEN ${cell} LIKE '20__-__-__' THEN TRY_CAST(${cell} AS DATE)
    WHEN ${cell} LIKE '__/__/20__' THEN try_strptime(${cell}, '%d/%m/%Y')::DATE
    ELSE coalesce(${worded}, ${serial}, ${packed}) END`;
}
