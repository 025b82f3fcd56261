import { type Cell, type Figure, isWithheld, type SymbolCode, type Table } from '@/lib/figure/figure';

/** The Government Statistical Service's symbols, in the order their key is printed. */
export const symbolKey: readonly { readonly symbol: SymbolCode; readonly meaning: string }[] = [
  { symbol: 'c', meaning: 'suppressed, so that no child can be identified' },
  { symbol: 'low', meaning: 'rounds to 0 but is not 0' },
  { symbol: 'u', meaning: 'too few placements to be reliable' },
  { symbol: 'x', meaning: 'not available' },
  { symbol: 'z', meaning: 'not applicable' },
];

/** A cell that has no value to write: never measured, or a number that is none. */
export function symbolOf(cell: Cell | undefined): SymbolCode | null {
  if (cell === undefined) return 'z';
  if (isWithheld(cell)) return cell.symbol;
  return typeof cell === 'number' && !Number.isFinite(cell) ? 'x' : null;
}

export function symbolsOf(tables: readonly Table[]): Set<SymbolCode> {
  const found = new Set<SymbolCode>();
  for (const { columns, rows } of tables) {
    for (const row of rows) {
      for (const column of columns) {
        const symbol = symbolOf(row[column.name]);
        if (symbol) found.add(symbol);
      }
    }
  }
  return found;
}

/** The lines of the key that the figures' tables need. */
export function keyLines(figures: readonly Figure[]): string[] {
  const used = symbolsOf(figures.flatMap((figure) => [figure.table, ...Object.values(figure.extra)]));
  return symbolKey.filter(({ symbol }) => used.has(symbol)).map(({ symbol, meaning }) => `[${symbol}] ${meaning}`);
}
