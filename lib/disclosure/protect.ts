/**
 * The one door: whatever leaves as a figure has passed here. In the sharing view every count of 1 to
 * threshold − 1 is hidden, with whatever else would let one be worked out; in the working view everything is exact.
 */
import type { Cell, Chart, Draft, Exclusion, Table } from '@/lib/figure/figure';
import { guardAmounts } from './amount';
import { protectCharts } from './chart';
import { everyone, Group, leftOut } from './group';
import { Known } from './known';
import { type Marked, mark } from './mark';
import { protectionNotes } from './note';
import { reorder } from './order';
import { publishedCount, render } from './render';
import { isSmall } from './round';
import { checkLimits, type Limits } from './settings';
import { settle } from './settle';
import { type Count, newCount, type Sum, sheetOf } from './sheet';

export type Mode = 'working' | 'sharing';

export interface ProtectedDraft {
  readonly table: Table;
  readonly extra: Readonly<Record<string, Table>>;
  readonly charts: readonly Chart[];
  readonly n: Cell;
  readonly exclusions: readonly Exclusion[];
  /** What was done, in plain words; empty when nothing had to be. */
  readonly notes: readonly string[];
}

/**
 * One figure on its own. Deterministic. Throws RangeError on settings that could not protect. For the figures
 * of one page use `pageProtector`, which also sees what they say together.
 */
export function protect(draft: Draft, mode: Mode, settings: Limits): ProtectedDraft {
  return protectAfter(new Known(), draft, mode, settings);
}

/**
 * `protect` with a memory: each figure is protected against everything the earlier ones gave out. Make one for
 * each pool, view and mode; the order of figures decides which of two shows a number that both cannot.
 */
export function pageProtector(): typeof protect {
  const known = new Known();
  return (draft, mode, settings) => protectAfter(known, draft, mode, settings);
}

function protectAfter(known: Known, draft: Draft, mode: Mode, settings: Limits): ProtectedDraft {
  checkLimits(settings);
  const extras = Object.entries(draft.extra ?? {});
  if (mode === 'working') {
    const extra = Object.fromEntries(extras.map(([name, { table }]) => [name, table]));
    const { table, exclusions, n = draft.n } = draft.working?.() ?? draft;
    return { table, extra, charts: draft.charts, n, exclusions, notes: [] };
  }
  const main = mark(sheetOf(draft.table, draft.disclosure), settings);
  const others = extras.map(([, { table, disclosure }]) => mark(sheetOf(table, disclosure), settings));
  for (const other of others) addUp(main, other);
  const marked = [main, ...others];
  const size = counted(draft.n, everyone);
  const left = draft.exclusions.map(({ label, n }) => counted(n, Group.of([leftOut + label])));
  const own = [size, ...left];
  for (const count of own) if (isSmall(count.value, settings)) count.state = 'hidden';
  const counts = [own, ...marked.flatMap(({ sheet, inferable }) => [sheet.counts, inferable])].flat();
  const settling = { counts, sums: [...marked.flatMap(({ sums }) => sums), ...wholeOf(own)] };
  settle(known, settling, settings);
  const [table, ...tables] = marked.map((item) => reorder(item.sheet.table, render(item, settings)));
  const parts = { before: draft.table, after: table as Table };
  const extra = Object.fromEntries(
    extras.map(([name, { disclosure }], i) => {
      const adds = disclosure.kind === 'derived' ? disclosure.adds : undefined;
      return [name, adds ? guardAmounts(tables[i] as Table, adds, parts, settings) : (tables[i] as Table)];
    }),
  );
  const exclusions = draft.exclusions.map(({ label, counted }, i) => ({
    label,
    n: publishedCount(left[i] as Count, settings),
    counted,
  }));
  const result = { table: table as Table, extra, n: publishedCount(size, settings), exclusions };
  return { ...result, charts: protectCharts(draft.charts, main), notes: protectionNotes(draft, result, settings) };
}

/** Totals of an exact table shown beside it are exact too, so that it visibly adds up. */
function addUp(main: Marked, other: Marked): void {
  if (main.sheet.disclosure.kind !== 'crossed' || other.sheet.disclosure.kind !== 'rounded') return;
  const exact = main.inferable.filter(({ state }) => state === 'exact');
  for (const count of other.sheet.counts) {
    const same = exact.some(
      ({ value, side, group }) => value === count.value && side === count.side && group.key === count.group.key,
    );
    if (same && count.state === 'rounded') count.state = 'exact';
  }
}

function counted(value: number, group: Group): Count {
  return newCount({ row: -1, column: null, value, side: '', group, state: 'rounded' });
}

/** Those counted and those left out make a whole that a reader may know. */
function wholeOf(parts: readonly Count[]): readonly Sum[] {
  if (parts.length < 2) return [];
  return [{ parts, side: '', group: everyone, total: parts.reduce((sum, { value }) => sum + value, 0) }];
}
