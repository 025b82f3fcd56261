/** A draft's table seen as counts: which columns count placements, of whom, and what may be shown of each. */
import { type Cell, type Column, type Disclosure, isWithheld, type Table } from '@/lib/figure/figure';

/** `exact` in crossed tables, `rounded` elsewhere, `hidden` as `c`. */
export type CountState = 'exact' | 'rounded' | 'hidden';

export interface Count {
  readonly row: number;
  /** Null for a number a reader can infer though no column holds it (n − k, an unshown total). */
  readonly column: string | null;
  readonly value: number;
  /** Which placements: the comparison's side and the row's categories, `sought=Foster`. */
  readonly side: string;
  readonly dimensions: readonly string[];
  state: CountState;
  /** Of a crossed table, protected by suppression rather than rounding. */
  suppressed?: boolean;
}

/** Counts that add up to a number a reader may know. */
export interface Sum {
  readonly parts: readonly Count[];
  readonly side: string;
  readonly dimensions: readonly string[];
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
  const counts: Count[] = [];
  const byColumn = columns.map((column) => {
    const own: Count[] = [];
    table.rows.forEach((row, index) => {
      const value = row[column.name];
      if (typeof value !== 'number') return;
      const dimensions = names.filter((name) => row[name] !== whole).map((name) => `${name}=${labelOf(row[name])}`);
      own.push({ row: index, column: column.name, value, side: sideOf(column.name), dimensions, state: 'rounded' });
    });
    const plain = withoutRepeats(own);
    counts.push(...plain);
    return plain;
  });
  return { table, disclosure, counts, sums: byColumn.flatMap(sumsOfLevels) };
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
    const twin = kept.some((other) => {
      const pairs = new Set(rows.map((row) => `${labelOf(row[name])}\t${labelOf(row[other])}`)).size;
      const distinct = (key: string): number => new Set(rows.map((row) => labelOf(row[key]))).size;
      return rows.length > 1 && pairs === distinct(name) && pairs === distinct(other);
    });
    if (!twin) kept.push(name);
  }
  return kept.sort();
}

/** Totals stand in some tables as rows of their own, `All`: each level of detail sums by itself. */
const whole = 'All';

function sumsOfLevels(counts: readonly Count[]): Sum[] {
  const levels = new Map<string, Count[]>();
  for (const count of counts) {
    const key = count.dimensions.map((dimension) => dimension.slice(0, dimension.indexOf('='))).join('\t');
    const level = levels.get(key);
    if (level) level.push(count);
    else levels.set(key, [count]);
  }
  return [...levels.values()].flatMap((level) => {
    const once = new Map(level.map((count) => [count.dimensions.join('\t'), count]));
    return sumsOf([...once.values()], level[0]?.dimensions.length ?? 0);
  });
}

/** The n beside every k of one group counts the group, not the row: it loses the category it does not vary with. */
function withoutRepeats(counts: Count[]): Count[] {
  const categories = counts[0]?.dimensions.length ?? 0;
  if (categories < 2 || counts.some(({ dimensions }) => dimensions.length !== categories)) return counts;
  for (let over = categories - 1; over >= 0; over--) {
    const groups = new Map<string, Set<number>>();
    for (const { dimensions, value } of counts) {
      const key = dimensions.toSpliced(over, 1).join('\t');
      groups.set(key, (groups.get(key) ?? new Set()).add(value));
    }
    const repeats =
      groups.size > 1 && groups.size < counts.length && [...groups.values()].every(({ size }) => size === 1);
    if (repeats) return counts.map((count) => ({ ...count, dimensions: count.dimensions.toSpliced(over, 1) }));
  }
  return counts;
}

/** Over each category in turn with the others held, and over all rows. */
function sumsOf(counts: readonly Count[], categories: number): Sum[] {
  const sums: Sum[] = [];
  const add = (parts: readonly Count[], dimensions: readonly string[]): void => {
    const first = parts[0];
    if (!first || parts.length < 2 || parts.some(({ value }) => value < 0 || !Number.isInteger(value))) return;
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    sums.push({ parts, side: first.side, dimensions, total });
  };
  for (let over = 0; over < categories; over++) {
    const groups = new Map<string, Count[]>();
    for (const count of counts) {
      const key = count.dimensions.filter((_, i) => i !== over).join('\t');
      const group = groups.get(key);
      if (group) group.push(count);
      else groups.set(key, [count]);
    }
    const several = [...groups.values()].filter((parts) => parts.length > 1);
    // The same whole beside each of its parts (n of every k) does not add up to anything.
    if (several.length > 0 && several.every((parts) => parts.every(({ value }) => value === parts[0]?.value)))
      return sums;
    for (const parts of several) add(parts, parts[0]?.dimensions.filter((_, i) => i !== over) ?? []);
  }
  if (categories !== 1) add(counts, []);
  return sums;
}
