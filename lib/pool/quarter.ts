import { financialYearOf, quarterOf } from '@/lib/view/month';

/** `2025-26 Q1`, of the quarter that starts at month `quarter × 3`: financial years run April to March. */
export function quarterName(quarter: number): string {
  const month = quarter * 3;
  const year = financialYearOf(month);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')} Q${quarterOf(month)}`;
}
