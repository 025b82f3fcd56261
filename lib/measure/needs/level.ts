/** Rows of one shared query at several levels at once: all, by authority, by month, by type sought, by month and type. */
import * as v from 'valibot';
import type { Row } from '@/lib/database/database';
import { category, checked, count, month, slice } from '@/lib/measure/check';
import { type Context, viewSlices } from '@/lib/measure/context';
import type { RowsByQuery } from '@/lib/measure/measure';

export const levels = { all: 7, sought: 6, month: 5, monthSought: 4, authority: 3 } as const;
export type Level = keyof typeof levels;

/** Counts of placements by name; which names depends on the query. */
export type Counts = Readonly<Record<string, number>>;

export interface LevelRow {
  readonly slice: number;
  readonly level: number;
  readonly la_code: string | null;
  readonly month: number | null;
  readonly sought: string | null;
  readonly counts: Counts;
}

const keys = { slice, level: v.number(), la_code: category, month, sought: category };

/** The coarser levels, added up from the finest: asking the engine for each costs it more than all the adding does. */
function coarser(rows: readonly LevelRow[]): readonly LevelRow[] {
  const finest = rows.filter(({ level }) => level === levels.monthSought);
  const upTo = (level: number, keep: (row: LevelRow) => Pick<LevelRow, 'month' | 'sought'>) => {
    const groups = new Map<string, LevelRow[]>();
    for (const row of finest) {
      const { month, sought } = keep(row);
      const key = `${row.slice} ${month} ${sought}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first ? [{ ...first, ...keep(first), level, counts: added(group) }] : [];
    });
  };
  return [
    ...upTo(levels.all, () => ({ month: null, sought: null })),
    ...upTo(levels.month, ({ month }) => ({ month, sought: null })),
    ...upTo(levels.sought, ({ sought }) => ({ month: null, sought })),
  ];
}

/** Rows already checked: many measures of a page read the same answer. */
const known = new WeakMap<readonly Row[], readonly LevelRow[]>();

/** The checked rows of a query by month and type sought and by authority, with the levels above them. */
export function levelRows(rows: RowsByQuery, query: string, names: readonly string[]): readonly LevelRow[] {
  const answer = rows[query];
  const before = answer && known.get(answer);
  if (before) return before;
  const entries = { ...keys, ...Object.fromEntries(names.map((name) => [name, count])) };
  const found = checked(rows, query, entries).map((row) => {
    const { slice, level, la_code, month, sought, ...counts } = row as typeof row & Record<string, unknown>;
    return { slice, level, la_code, month, sought, counts: counts as Counts };
  });
  const all = [...found, ...coarser(found)];
  if (answer) known.set(answer, all);
  return all;
}

/** Counts added up over rows. */
export function added(rows: readonly { readonly counts: Counts }[]): Counts {
  const sum: Record<string, number> = {};
  for (const { counts } of rows) for (const name in counts) sum[name] = (sum[name] ?? 0) + (counts[name] ?? 0);
  return sum;
}

/** What one line of a table is made of: the view's own counts, and those of the two sides compared. */
export interface SideCounts {
  readonly view: Counts;
  readonly after: Counts;
  readonly before: Counts;
}

type Sided = readonly { readonly slice: number; readonly counts: Counts }[];

/** Sums already made: the rates of a page read the same rows, by type, by authority and over time. */
const summed = new WeakMap<Sided, Map<string, SideCounts>>();

export function sideCounts(rows: Sided, { sides: { after, before } }: Context): SideCounts {
  const held = heldOf(summed, rows);
  return foundOr(held, `${after} ${before}`, () => {
    const among = (slices: readonly number[]) => added(rows.filter((row) => slices.includes(row.slice)));
    return { view: among(viewSlices), after: among(after), before: among(before) };
  });
}

/** Several lines in one. */
export function together(lines: readonly SideCounts[]): SideCounts {
  const sum = (side: keyof SideCounts) => added(lines.map((line) => ({ counts: line[side] })));
  return { view: sum('view'), after: sum('after'), before: sum('before') };
}

type Groups = ReadonlyMap<string | number | null, readonly LevelRow[]>;

const grouped = new WeakMap<readonly LevelRow[], Map<string, Groups>>();
const levelled = new WeakMap<readonly LevelRow[], Map<string, readonly LevelRow[]>>();

/** The rows of one level, grouped by one of their keys, in the order first met. */
export function byKey(rows: readonly LevelRow[], level: Level, key: 'la_code' | 'month' | 'sought'): Groups {
  return foundOr(heldOf(grouped, rows), `${level} ${key}`, () => {
    const found = new Map<string | number | null, LevelRow[]>();
    for (const row of atLevel(rows, level)) {
      const group = found.get(row[key]);
      if (group) group.push(row);
      else found.set(row[key], [row]);
    }
    return found;
  });
}

export function atLevel(rows: readonly LevelRow[], level: Level): readonly LevelRow[] {
  return foundOr(heldOf(levelled, rows), level, () => rows.filter((row) => row.level === levels[level]));
}

function heldOf<Of extends object, Value>(memory: WeakMap<Of, Map<string, Value>>, of: Of): Map<string, Value> {
  const held = memory.get(of) ?? new Map<string, Value>();
  memory.set(of, held);
  return held;
}

function foundOr<Value>(held: Map<string, Value>, name: string, make: () => Value): Value {
  const found = held.get(name) ?? make();
  held.set(name, found);
  return found;
}
