import { valueKeySql } from '@/lib/standard/key';
import { quote, quoteAll } from '@/lib/standard/sql';
import { textSql } from './text';

const notApplicable = quoteAll(['na', 'n/a', 'notapplicable']);
const plainCounts = quoteAll(['0', '1', '2', '3']);

/** Whole numbers up to three digits, `2.0` included; nothing is rounded. */
export function integerSql(cell: string): string {
  const common = [0, 1, 2, 3, 4, 5, 6].map((count) => `WHEN '${count}' THEN ${count}`).join(' ');
  const digits = `regexp_extract(${textSql(cell)}, '^([0-9]{1,3})(\\.0+)?$', 1)`;
  return `CASE ${cell} ${common} WHEN 'NA' THEN NULL ELSE TRY_CAST(${digits} AS INTEGER) END`;
}

/** True where the cell says NA: an answer, not a gap. */
export function notApplicableSql(cell: string): string {
  const plain = `${cell} IS NULL OR list_contains([${plainCounts}], ${cell})`;
  const said = `list_contains([${notApplicable}], ${valueKeySql(cell, false)})`;
  return `CASE WHEN ${plain} THEN false WHEN ${cell} = 'NA' THEN true ELSE ${said} END`;
}

const amount = '-?\\s*£?\\s*-?\\s*(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?(?:e\\+?0?[0-9])?';
const weekly = 'p\\.?\\s*w\\.?|p/w|pwk|per\\s+w(?:ee)?k|/\\s*w(?:ee)?k|/\\s*w|a\\s+week|weekly';
/** Amounts are without VAT: to say so changes nothing. */
const withoutTax = '\\(?(?:\\+|plus|excluding|excl?\\.?|ex|net\\s+of)\\s*vat\\)?';
/** `â` is what the wrong encoding leaves of a pound sign or a fixed space, in lower case; `\ufffd` what a lost letter leaves. */
const money = `^(?:gbp|â|\ufffd)?\\s*(${amount})\\s*(?:gbp|£)?(?:\\s*(?:${weekly}|${withoutTax}))*\\s*â?$`;

/** £ a week as DOUBLE: `£4,500`, `4,500 pw`, `4500.00`. A range, words, or more than an amount gives NULL. */
export function moneySql(cell: string): string {
  const plain = `translate(lower(${textSql(cell)}), '−–—\u00a0\u202f\u2009\u200b\u2060\ufeff', '---   ')`;
  const read = `translate(regexp_extract(${plain}, ${quote(money)}, 1), '£, ', '')`;
  return `CASE
    WHEN regexp_full_match(${cell}, '-?[0-9]{1,8}(\\.[0-9]+)?') THEN TRY_CAST(${cell} AS DOUBLE)
    WHEN regexp_full_match(${cell}, '£?[0-9]{1,3}(,[0-9]{3})?(\\.[0-9]+)?')
      THEN TRY_CAST(replace(replace(${cell}, '£', ''), ',', '') AS DOUBLE)
    ELSE TRY_CAST(${read} AS DOUBLE) END`;
}

/** Miles as DOUBLE: `12.4`, `12 miles`. */
export function milesSql(cell: string): string {
  const read = `regexp_extract(lower(${textSql(cell)}), '^([0-9]{1,4}(?:\\.[0-9]+)?)\\s*(?:miles?|mi)?$', 1)`;
  return `TRY_CAST(${read} AS DOUBLE)`;
}
