/** A session of exports over any source of rows: the harness of the differencing tests, for generated or real pools. */
import { Ledger, publishedCells } from '@/lib/disclosure/ledger';
import { pageProtector } from '@/lib/disclosure/protect';
import { roundedCount } from '@/lib/disclosure/round';
import type { Limits } from '@/lib/disclosure/settings';
import type { Draft } from '@/lib/figure/figure';

export interface Source {
  /** A random set of filters, as text that names it. */
  view(next: () => number): string;
  /** The figures of a view, by id. */
  figures(view: string): readonly { readonly id: string; readonly draft: Draft }[];
}

/** Every whole number that would be published as this cell, as [least, greatest]; found by trying, not by formula. */
function possible(cell: unknown, limits: Limits): readonly [number, number] {
  if (typeof cell !== 'number') return [1, Number.POSITIVE_INFINITY];
  const values = Array.from({ length: 2 * limits.base + 1 }, (_, i) => cell - limits.base + i);
  const fitting = values.filter(
    (value) => value >= 0 && (value === 0 ? cell === 0 : roundedCount(value, limits) === cell),
  );
  return [Math.min(...fitting), Math.max(...fitting)];
}

export interface Left {
  readonly view: string;
  readonly cells: ReadonlyMap<string, { readonly value: number; readonly range: readonly [number, number] }>;
}

/** A figure as it left: what a reader makes of each cell (a number, or null where hidden), and the number behind it. */
export function leftOf(
  view: string,
  cells: ReadonlyMap<string, readonly [value: number, cell: unknown]>,
  limits: Limits,
): Left {
  const ranges = [...cells].map(([key, [value, cell]]) => [key, { value, range: possible(cell, limits) }] as const);
  return { view, cells: new Map(ranges) };
}

/** Runs a sequence of exports; returns each pair of exports whose difference tells 1 to threshold − 1 too closely. */
export function leaksOfSession(source: Source, exports: number, next: () => number, limits: Limits): readonly string[] {
  const ledger = new Ledger();
  const left: Left[] = [];
  for (let i = 0; i < exports; i++) {
    const view = source.view(next);
    const door = pageProtector();
    for (const { id, draft } of source.figures(view)) {
      const shown = ledger.export(id, draft, door(draft, 'sharing', limits), limits);
      const cells = [...publishedCells(id, draft, shown, limits)].map(
        ([key, { value, publication }]) =>
          [key, [value, publication === 'hidden' ? null : roundedCount(value, limits)]] as const,
      );
      left.push(leftOf(`${view} ${id}`, new Map(cells), limits));
    }
  }
  return left.flatMap((one, i) => left.slice(i + 1).flatMap((other) => leaksBetween(one, other, limits)));
}

export function leaksBetween(one: Left, other: Left, { threshold, base }: Limits): readonly string[] {
  return [...one.cells].flatMap(([key, first]) => {
    const second = other.cells.get(key);
    if (!second) return [];
    const difference = Math.abs(first.value - second.value);
    if (difference === 0 || difference >= threshold) return [];
    const high = Math.max(first.range[1] - second.range[0], second.range[1] - first.range[0]);
    return high < Math.min(threshold, base) - 1 ? [`${one.view} − ${other.view}: ${key} differs by ${difference}`] : [];
  });
}
