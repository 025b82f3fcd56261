/** DfE's labels and the finer ones nesting in them; a distance is rounded to one decimal before it is banded. */
export const dfeBands = [
  '20 miles or less from home',
  'More than 20 miles from home',
  'Distance not known or not recorded',
] as const;
export type DfeBand = (typeof dfeBands)[number];

export const fineBands = [
  'Up to 5 miles',
  'More than 5 to 10 miles',
  'More than 10 to 20 miles',
  'More than 20 to 50 miles',
  'More than 50 miles',
  'Distance not known',
] as const;
export type FineBand = (typeof fineBands)[number];

/** Upper ends of the fine bands in miles, inclusive. */
export const fineEnds = [5, 10, 20, 50] as const;

/** TINYINT 0–2: the index in `dfeBands` of a distance in miles. */
export function dfeBandSql(miles = 'distanceMiles'): string {
  return `(CASE WHEN ${miles} <= 20 THEN 0 WHEN ${miles} > 20 THEN 1 ELSE 2 END)::TINYINT`;
}

/** TINYINT 0–5: the index in `fineBands`. */
export function fineBandSql(miles = 'distanceMiles'): string {
  const cases = fineEnds.map((end, index) => `WHEN ${miles} <= ${end} THEN ${index}`).join(' ');
  return `(CASE WHEN ${miles} IS NULL THEN 5 ${cases} ELSE 4 END)::TINYINT`;
}

/** 1 inside the boundary of the placing authority, 0 outside, NULL where the placement is nowhere known. */
export const insideSql =
  '(CASE WHEN placement_la IS NULL OR la_code IS NULL THEN NULL WHEN placement_la::VARCHAR = la_code::VARCHAR THEN 1 ELSE 0 END)::TINYINT';

export function dfeBand(miles: number | null): DfeBand {
  if (miles === null) return dfeBands[2];
  return miles <= 20 ? dfeBands[0] : dfeBands[1];
}

/** The index in `fineBands` of a known distance. */
export function bandUpTo(miles: number): number {
  const index = fineEnds.findIndex((end) => miles <= end);
  return index === -1 ? fineEnds.length : index;
}

export function fineBand(miles: number | null): FineBand {
  return (miles === null ? null : fineBands[bandUpTo(miles)]) ?? 'Distance not known';
}
