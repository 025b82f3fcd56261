/** The order of words and codes for an English reader, `2` before `10`. Made once: asking each string for it takes ten times as long. */
export const byText: (one: string, other: string) => number = new Intl.Collator('en-GB', { numeric: true }).compare;
