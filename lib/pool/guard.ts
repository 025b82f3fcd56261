/** The same guard as `neutralise` in lib/export, as SQL: a text that a spreadsheet would run as a formula gets an apostrophe. */
export function guarded(expression: string): string {
  return `CASE WHEN regexp_matches(${expression}, '^[=+\\-@\\t\\r＝＋－＠]') THEN chr(39) || ${expression} ELSE ${expression} END`;
}
