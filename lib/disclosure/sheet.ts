/** A draft's table seen as counts: which columns count placements, of whom, and what may be shown of each. */
import { type Cell, type Column, type Disclosure, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import { everyone, type Group } from './group';
import type { Unknown } from './known';

/** `exact` in crossed tables, `rounded` elsewhere, `hidden` as `c`. */
export type CountState = 'exact' | 'rounded' | 'hidden';

export interface Count {
  readonly row: number;
  /** Null for a number a reader can infer though no column holds it (n − k, an unshown total). */
  readonly column: string | null;
  readonly value: number;
  /** Which placements: the comparison's side and the row's categories. */
  readonly side: string;
  readonly group: Group;
  state: CountState;
  /** Of a crossed table, protected by suppression rather than rounding. */
  suppressed: boolean;
  /** What it stands for among what is known; scratch of one examination. */
  unknown: Unknown | null;
}

/** All counts are made here, of one shape: they are looked at many thousands of times a page. */
export function newCount({ row, column, value, side, group, state }: Omit<Count, 'suppressed' | 'unknown'>): Count {
  return { row, column, value, side, group, state, suppressed: false, unknown: null };
}

/** Counts that add up to a number a reader may know. */
export interface Sum {
  readonly parts: readonly Count[];
  readonly side: string;
  readonly group: Group;
  readonly total: number;
}

export interface Sheet {
  readonly table: Table;
  readonly disclosure: Disclosure;
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
}

/** The counts of a table, everything still `rounded`, and the sums its categories make. */
export function sheetOf(table: Table, disclosure: Disclosure): Sheet {
  const names = categoryNames(table);
  const columns = countColumns(table.columns, disclosure);
  const groups = groupsOf(table.rows, names);
  const counts: Count[] = [];
  const byColumn = columns.map(({ name }) => {
    const own: Count[] = [];
    const side = sideOf(name);
    table.rows.forEach((row, index) => {
      const value = row[name];
      const group = groups[index];
      if (typeof value !== 'number' || !group) return;
      own.push(newCount({ row: index, column: name, value, side, group, state: 'rounded' }));
    });
    const plain = withoutRepeats(own);
    counts.push(...plain);
    return plain;
  });
  return { table, disclosure, counts, sums: byColumn.flatMap(sumsOfLevels) };
}

/** The counts of one column; a row without one has none. */
export type CountsByRow = readonly (Count | undefined)[];

export function countsByColumn({ counts, table }: Sheet): ReadonlyMap<string, CountsByRow> {
  const byColumn = new Map<string, (Count | undefined)[]>();
  for (const count of counts) {
    if (count.column === null) continue;
    const own = byColumn.get(count.column) ?? new Array<Count | undefined>(table.rows.length).fill(undefined);
    byColumn.set(count.column, own);
    own[count.row] = count;
  }
  return byColumn;
}

/** One group a row. Each category is written out once, and groups are found category by category. */
function groupsOf(rows: readonly TableRow[], names: readonly string[]): readonly Group[] {
  const written = names.map(() => new Map<Cell | undefined, string>());
  return rows.map((row) => {
    let group = everyone;
    names.forEach((name, at) => {
      const cell = row[name];
      if (cell === whole) return;
      const known = written[at]?.get(cell);
      const dimension = known ?? `${name}=${labelOf(cell)}`;
      if (known === undefined) written[at]?.set(cell, dimension);
      group = group.within(dimension);
    });
    return group;
  });
}

const kinds = 'N|K|Rate|Share|Lower|Upper|Mean|Median|Q1|Q3|P10|P90|Minimum|Maximum|Min|Max|Count';
const sided = new RegExp(`^(.+?)(?:${kinds})$`);

/** `comparisonN` → `comparison`, `withMedian` → `with`, `n` → ``: whose number a column holds. */
export function sideOf(name: string): string {
  return sided.exec(name)?.[1] ?? '';
}

function countColumns(columns: readonly Column[], disclosure: Disclosure): readonly Column[] {
  const named = 'counts' in disclosure ? disclosure.counts : [];
  return columns.filter(({ name, kind }) => kind === 'count' || named.includes(name));
}

function labelOf(cell: Cell | undefined): string {
  return isWithheld(cell) ? cell.symbol : String(cell);
}

/** The dimensions that tell rows apart, one of each pair that says the same twice (`la` and `la_code`). */
export function categoryNames({ columns, rows }: Table): readonly string[] {
  const names = columns.filter(({ kind }) => kind === 'dimension').map(({ name }) => name);
  const plainFirst = [...names].sort((a, b) => Number(a.endsWith('_code')) - Number(b.endsWith('_code')));
  const kept: string[] = [];
  for (const name of plainFirst) {
    const twin = rows.length > 1 && kept.some((other) => saySame(rows, name, other));
    if (!twin) kept.push(name);
  }
  return kept.sort();
}

/** Whether each category of one stands with one category of the other only, and the other way. */
function saySame(rows: readonly TableRow[], one: string, other: string): boolean {
  const pairs = new Map<string, string>();
  const back = new Map<string, string>();
  for (const row of rows) {
    const [left, right] = [labelOf(row[one]), labelOf(row[other])];
    if ((pairs.get(left) ?? right) !== right || (back.get(right) ?? left) !== left) return false;
    pairs.set(left, right);
    back.set(right, left);
  }
  return true;
}

/** Totals stand in some tables as rows of their own, `All`: each level of detail sums by itself. */
const whole = 'All';

function sumsOfLevels(counts: readonly Count[]): Sum[] {
  const levels = new Map<string, Map<string, Count>>();
  for (const count of counts) {
    const { level: name, key } = count.group;
    const level = levels.get(name);
    if (level) level.set(key, count);
    else levels.set(name, new Map([[key, count]]));
  }
  return [...levels.values()].flatMap((level) => sumsOf([...level.values()]));
}

/** The n beside every k of one group counts the group, not the row: it loses the category it does not vary with. */
function withoutRepeats(counts: Count[]): Count[] {
  const categories = counts[0]?.group.dimensions.length ?? 0;
  if (categories < 2 || counts.some(({ group }) => group.dimensions.length !== categories)) return counts;
  for (let over = categories - 1; over >= 0; over--) {
    const sizes = sizesOver(counts, over);
    if (sizes && sizes.size > 1 && sizes.size < counts.length)
      return counts.map((count) => ({ ...count, group: count.group.without(over) }));
  }
  return counts;
}

/** The one value of each group with a category left open; null where one has several. */
function sizesOver(counts: readonly Count[], over: number): ReadonlyMap<string, number> | null {
  const sizes = new Map<string, number>();
  for (const { group, value } of counts) {
    const { key } = group.without(over);
    if ((sizes.get(key) ?? value) !== value) return null;
    sizes.set(key, value);
  }
  return sizes;
}

/** Over each category in turn with the others held, and over all rows. */
function sumsOf(counts: readonly Count[]): Sum[] {
  const categories = counts[0]?.group.dimensions.length ?? 0;
  const sums: Sum[] = [];
  const add = (parts: readonly Count[], group: Group): void => {
    const [first] = parts;
    if (!first || parts.length < 2 || parts.some(({ value }) => value < 0 || !Number.isInteger(value))) return;
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    sums.push({ parts, side: first.side, group, total });
  };
  for (let over = 0; over < categories; over++) {
    const groups = new Map<string, Count[]>();
    for (const count of counts) {
      const { key } = count.group.without(over);
      const group = groups.get(key);
      if (group) group.push(count);
      else groups.set(key, [count]);
    }
    const several = [...groups.values()].filter((parts) => parts.length > 1);
    // The same whole beside each of its parts (n of every k) does not add up to anything.
    if (several.length > 0 && several.every((parts) => parts.every(({ value }) => value === parts[0]?.value)))
      return sums;
    for (const parts of several) add(parts, parts[0]?.group.without(over) ?? everyone);
  }
  if (categories !== 1) add(counts, everyone);
  return sums;
}
