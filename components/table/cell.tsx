import { type Cell, type Column, isWithheld } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';

/** A cell as text; a symbol carries its reason for readers who hover and those who listen. */
export function CellText({ cell, kind }: { readonly cell: Cell | undefined; readonly kind: Column['kind'] }) {
  if (cell !== undefined && isWithheld(cell)) {
    return (
      <abbr className="symbol" title={cell.reason}>
        {formatCell(cell, kind)}
        <span className="visually-hidden"> {cell.reason}</span>
      </abbr>
    );
  }
  return <>{formatCell(cell, kind)}</>;
}

export function isNumeric(kind: Column['kind']): boolean {
  return kind !== 'dimension' && kind !== 'text';
}
