/**
 * What has left this session, so that no two exports can be set against each other: a cell that would tell a
 * difference of 1 to threshold − 1 children between two views is hidden in the later one.
 */
import { type Draft, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { type CellKey, knownRange, type Publication, tells } from './differencing';
import type { ProtectedDraft } from './protect';
import { hiddenCount, hiddenMeasure, type Limits } from './settings';
import { categoryNames, sideOf } from './sheet';

export interface PublishedCell {
  readonly value: number;
  readonly publication: Publication;
}

export type PublishedCells = ReadonlyMap<CellKey, PublishedCell>;

/** One a session and pool. Keeps every count of every export, by figure and cell. */
export class Ledger {
  readonly #exports: PublishedCells[] = [];

  /** Cells of a coming export to hide, set against every earlier one and against `beside`: what could be had without one of its filters. */
  check(cells: PublishedCells, limits: Limits, beside: readonly PublishedCells[] = []): ReadonlySet<CellKey> {
    const hide = new Set<CellKey>();
    const others = [...this.#exports, ...beside];
    for (const [key, cell] of cells) {
      const now = knownRange(cell.value, cell.publication, limits);
      for (const earlier of others) {
        const then = earlier.get(key);
        const difference = Math.abs((then?.value ?? cell.value) - cell.value);
        if (!then || difference === 0 || difference >= limits.threshold) continue;
        if (tells(now, knownRange(then.value, then.publication, limits), limits)) hide.add(key);
      }
    }
    return hide;
  }

  /** Records an export as it left, after whatever `check` asked for was hidden. */
  record(cells: PublishedCells): void {
    this.#exports.push(cells);
  }

  /** Protects a figure against the session, records it, and says what was hidden. */
  export(
    id: string,
    draft: Draft,
    shown: ProtectedDraft,
    limits: Limits,
    beside: readonly PublishedCells[] = [],
  ): ProtectedDraft {
    const cells = publishedCells(id, draft, shown, limits);
    const hidden = this.check(cells, limits, beside);
    const left = new Map(
      [...cells].map(([key, cell]) => [key, hidden.has(key) ? { ...cell, publication: 'hidden' as const } : cell]),
    );
    this.record(left);
    return hidden.size === 0 ? shown : hideCells(id, shown, hidden, limits);
  }
}

/** Whether any number is published closely enough to tell a small difference from another of its like. */
export function isNarrow(cells: PublishedCells, limits: Limits): boolean {
  for (const { value, publication } of cells.values()) {
    const range = knownRange(value, publication, limits);
    if (value > 0 && tells(range, range, limits)) return true;
  }
  return false;
}

function cellKey(id: string, table: string, names: readonly string[], row: TableRow, column: string): CellKey {
  return [id, table, ...names.map((name) => `${name}=${String(row[name])}`), column].join('|');
}

function tablesOf(shown: Pick<ProtectedDraft, 'table' | 'extra'>): readonly (readonly [string, Table])[] {
  return [['', shown.table], ...Object.entries(shown.extra)];
}

/** Every count of a figure with how it is published. */
export function publishedCells(id: string, draft: Draft, shown: ProtectedDraft, limits: Limits): PublishedCells {
  const cells = new Map<CellKey, PublishedCell>();
  const published = new Map(tablesOf(shown));
  const drafts = [
    ['', draft.table, draft.disclosure] as const,
    ...Object.entries(draft.extra ?? {}).map(([name, item]) => [name, item.table, item.disclosure] as const),
  ];
  for (const [name, table, { kind }] of drafts) {
    const names = categoryNames(table);
    const rowKey = (row: TableRow): string => cellKey(id, name, names, row, '');
    const rows = new Map(published.get(name)?.rows.map((row) => [rowKey(row), row]));
    const appearance = kind === 'crossed' && limits.crossed === 'exact' ? 'exact' : 'rounded';
    for (const row of table.rows) {
      for (const column of table.columns) {
        const value = row[column.name];
        if (column.kind !== 'count' || typeof value !== 'number') continue;
        const cell = rows.get(rowKey(row))?.[column.name];
        const hidden = cell === undefined || isWithheld(cell);
        cells.set(cellKey(id, name, names, row, column.name), { value, publication: hidden ? 'hidden' : appearance });
      }
    }
  }
  return cells;
}

/** Hides the named counts and every number of their rows that rests on them. */
export function hideCells(
  id: string,
  shown: ProtectedDraft,
  hidden: ReadonlySet<CellKey>,
  limits: Limits,
): ProtectedDraft {
  const hideIn = (name: string, table: Table): Table => {
    const names = categoryNames(table);
    const rows = table.rows.map((row) => {
      const gone = table.columns.filter((column) => hidden.has(cellKey(id, name, names, row, column.name)));
      if (gone.length === 0) return row;
      const sides = new Set(gone.map((column) => sideOf(column.name)));
      const cells = table.columns.flatMap((column): [string, TableRow[string]][] => {
        if (gone.includes(column)) return [[column.name, hiddenCount(limits.threshold)]];
        const rests = typeof row[column.name] === 'number' && column.kind !== 'dimension' && column.kind !== 'count';
        return rests && (sides.has('') || sides.has(sideOf(column.name))) ? [[column.name, hiddenMeasure]] : [];
      });
      return { ...row, ...Object.fromEntries(cells) };
    });
    return { ...table, rows };
  };
  return {
    ...shown,
    table: hideIn('', shown.table),
    extra: Object.fromEntries(Object.entries(shown.extra).map(([name, table]) => [name, hideIn(name, table)])),
    notes: [
      ...shown.notes,
      'More is hidden than usual: set beside an earlier download, or beside the same figure without one of its filters, it would tell a small number apart.',
    ],
  };
}
