/** A text literal. For our own text alone: a user's text is always a bound parameter. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of text literals, as `IN (…)` and `ENUM (…)` want it. */
export function quoteAll(texts: readonly string[]): string {
  return texts.map(quote).join(', ');
}
