/**
 * Months are counted as whole numbers, year × 12 + month − 1, as the pool's `referralMonth` and
 * `placementMonth` are. Financial years run April to March; their quarters are Q1 April–June … Q4 January–March.
 */
export interface MonthRange {
  /** Month indexes, both inclusive. */
  readonly from: number;
  readonly to: number;
}

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthPattern = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/;
const april = 3;

/** `2025-04` → 24303; null where the text is not a month of 1900–2099. */
export function monthIndex(text: string): number | null {
  const match = monthPattern.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

/** 24303 → `2025-04`. */
export function monthText(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** 24303 → `April 2025`. */
export function monthLabel(index: number): string {
  return `${names[index % 12]} ${Math.floor(index / 12)}`;
}

/** How many months a range holds. */
export function monthCount(range: MonthRange): number {
  return range.to - range.from + 1;
}

/** The calendar year in which the month's financial year began. */
export function financialYearOf(index: number): number {
  return Math.floor((index - april) / 12);
}

/** 1–4: the month's quarter of its financial year. */
export function quarterOf(index: number): number {
  return Math.floor(((index - april) % 12) / 3) + 1;
}

/** 2025 → April 2025 to March 2026. */
export function financialYear(start: number): MonthRange {
  return { from: start * 12 + april, to: start * 12 + april + 11 };
}

/** 2025, 1 → April to June 2025. */
export function quarter(start: number, number: number): MonthRange {
  const from = start * 12 + april + (number - 1) * 3;
  return { from, to: from + 2 };
}

/** 2025 → `2025-26`. */
export function financialYearLabel(start: number): string {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}

export function sameRange(a: MonthRange, b: MonthRange): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The shortest plain name: `2025-26`, `2025-26 Q1`, `June 2025`, else `May 2025 – June 2026`. */
export function rangeName(range: MonthRange): string {
  const year = financialYearOf(range.from);
  const part = quarterOf(range.from);
  if (sameRange(range, financialYear(year))) return financialYearLabel(year);
  if (sameRange(range, quarter(year, part))) return `${financialYearLabel(year)} Q${part}`;
  return rangeLabel(range);
}

/** Always the months in full: `April 2025 – March 2026`, or `June 2025` for one month. */
export function rangeLabel(range: MonthRange): string {
  return range.from === range.to ? monthLabel(range.from) : `${monthLabel(range.from)} – ${monthLabel(range.to)}`;
}
