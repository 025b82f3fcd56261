/** What protection did to a figure, for its reader. */
import { type Cell, type Draft, isWithheld, type SymbolCode, type Table } from '@/lib/figure/figure';
import type { Limits } from './settings';

interface Result {
  readonly table: Table;
  readonly extra: Readonly<Record<string, Table>>;
  readonly n: Cell;
}

/** Never how many small numbers there were, nor which: only what was done. */
export function protectionNotes(draft: Draft, { table, extra, n }: Result, limits: Limits): readonly string[] {
  const kinds = new Set(
    [draft.disclosure, ...Object.values(draft.extra ?? {}).map((item) => item.disclosure)].map((d) => d.kind),
  );
  const symbols = symbolsOf([table, ...Object.values(extra)]);
  if (isWithheld(n)) symbols.add(n.symbol);
  const notes: string[] = [];
  if (symbols.has('c')) {
    notes.push(`Numbers below ${limits.threshold}, and any that would let one be worked out, are hidden [c].`);
  }
  if ([...kinds].some((kind) => kind !== 'crossed')) {
    notes.push(
      `Counts are rounded to the nearest ${limits.base}, percentages to whole numbers worked from rounded counts.`,
    );
  }
  if (kinds.has('costs') || kinds.has('providers')) {
    notes.push('Costs are rounded to £10 below £1,000 and to £50 above; none is shown for too few placements.');
  }
  if (kinds.has('providers')) {
    notes.push(
      'Providers are shown with at least 10 placements from at least 2 authorities, none with more than 80% of them.',
    );
  }
  if (symbols.has('u')) notes.push('[u]: too few placements for the number to mean anything.');
  return notes;
}

function symbolsOf(tables: readonly Table[]): Set<SymbolCode> {
  const symbols = new Set<SymbolCode>();
  for (const { columns, rows } of tables) {
    // Rows that say nothing are one and the same.
    for (const row of new Set(rows)) {
      for (const { name } of columns) {
        const cell = row[name];
        if (isWithheld(cell)) symbols.add(cell.symbol);
      }
    }
  }
  return symbols;
}
