import { type Cell, isWithheld } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';

interface Props {
  readonly kept: Cell | null;
  readonly total: Cell;
  readonly filtered: boolean;
  readonly updating: boolean;
}

/** How many placements are in view, said aloud when it changes. */
export function FilterCount({ kept, total, filtered, updating }: Props) {
  // An empty pool asks the engine nothing: there is no count to wait for.
  const waiting = kept === null && total !== 0;
  return (
    <p className="filter-count numbers" role="status" aria-busy={updating}>
      {waiting ? 'Counting…' : words(kept ?? 0, total, filtered)}
    </p>
  );
}

function words(kept: Cell, total: Cell, filtered: boolean): string {
  if (!filtered) return `All ${placements(total)}`;
  const shown = isWithheld(kept) ? kept.reason.replace(/\.$/, '') : formatCell(kept, 'count');
  return `${shown} of ${placements(total)}`;
}

function placements(cell: Cell): string {
  return `${formatCell(cell, 'count')} ${cell === 1 ? 'placement' : 'placements'}`;
}
