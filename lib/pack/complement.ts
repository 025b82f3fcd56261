/**
 * The complement rule on what is about to leave: for each filter of its view, the same figure without that filter, so
 * that a number which would tell how few the filter takes away is held back (methods §5).
 */
import type { Database } from '@/lib/database/database';
import { isNarrow, type PublishedCells, publishedCells } from '@/lib/disclosure/ledger';
import { protect } from '@/lib/disclosure/protect';
import type { Limits } from '@/lib/disclosure/settings';
import type { Figure } from '@/lib/figure/figure';
import type { PoolFacts } from '@/lib/measure/context';
import type { Measure } from '@/lib/measure/measure';
import { besideOf, knownOf, setBeside } from '@/lib/measure/provenance';
import { runPage } from '@/lib/measure/run';
import { chipsOf } from '@/lib/view/chips';
import type { View } from '@/lib/view/view';

/** A turn with the engine for reading. */
export type Ask = <T>(run: (database: Database) => Promise<T>) => Promise<T>;

/** A shared figure of a filtered view with a number published closely enough to tell a difference, not looked at yet. */
export function isUnchecked(figure: Figure, limits: Limits): boolean {
  const known = knownOf(figure);
  if (figure.protection === 'working' || !known?.asked || besideOf(figure)) return false;
  if (chipsOf(known.asked.view).length === 0) return false;
  return isNarrow(publishedCells(figure.id, known.draft, known.shown, limits), limits);
}

interface Group {
  readonly view: View;
  readonly pool: PoolFacts;
  readonly figures: Figure[];
  readonly measures: Measure[];
}

/** Figures of one view are asked for together. */
function groupsOf(figures: readonly Figure[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const figure of figures) {
    const asked = knownOf(figure)?.asked;
    if (!asked) continue;
    const { view, pool, measure } = asked;
    const key = JSON.stringify(view);
    const group = groups.get(key) ?? { view, pool, figures: [], measures: [] };
    group.figures.push(figure);
    group.measures.push(measure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function without(
  database: Database,
  { pool, measures }: Group,
  view: View,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, PublishedCells>> {
  const options = { mode: 'sharing', settings: limits, protect, ...(signal ? { signal } : {}) } as const;
  const { figures } = await runPage(database, measures, { view, pool }, options);
  return new Map(
    Object.values(figures).flatMap((state) => {
      const known = state.state === 'error' ? undefined : knownOf(state.figure);
      if (state.state === 'error' || !known) return [];
      return [[state.figure.id, publishedCells(state.figure.id, known.draft, known.shown, limits)] as const];
    }),
  );
}

/** Looks at whatever of `figures` has not been looked at. Rejects when aborted, or when the engine cannot say: then it may not leave. */
export async function checkComplements(
  figures: readonly Figure[],
  limits: Limits,
  ask: Ask,
  signal?: AbortSignal,
): Promise<void> {
  const unchecked = figures.filter((figure) => isUnchecked(figure, limits));
  for (const group of groupsOf(unchecked)) {
    const found: ReadonlyMap<string, PublishedCells>[] = [];
    for (const { patch } of chipsOf(group.view)) {
      const view = { ...group.view, ...patch };
      found.push(await ask((database) => without(database, group, view, limits, signal)));
    }
    for (const figure of group.figures)
      setBeside(
        figure,
        found.flatMap((cells) => cells.get(figure.id) ?? []),
      );
  }
}
