'use client';
import type { ProblemGroup } from '@/lib/quality/problems';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';

/** How many of each severity, in one sentence. */
export function ProblemCounts({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const { count } = useShown();
  const total = (wanted: ProblemGroup['severity'], whole: boolean) =>
    groups
      .filter(({ severity, rule }) => severity === wanted && (rule === 'not collected') === whole)
      .reduce((sum, { cells }) => sum + cells, 0);
  const missing = new Set(groups.filter(({ rule }) => rule === 'not collected').map(({ field }) => field)).size;
  const cell = (n: number) => <CellText cell={count(n)} kind="count" />;
  return (
    <p className="lead-sentence">
      Rows set aside: {cell(total('set aside', false))}. Violations of the standard: {cell(total('violation', false))}{' '}
      cells. Warnings: {cell(total('warning', false))} cells.{' '}
      {missing > 0 && `Columns that some file does not have: ${missing}.`}
    </p>
  );
}
