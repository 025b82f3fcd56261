/**
 * The exact interval attack on what was downloaded: each table of a file, with the totals that the file or its page gives
 * of its rows and columns, is a network, and what a reader can make of a hidden number is a flow through it.
 */
import { attackWithin, type Position, withTotals } from '@/lib/disclosure/attack';
import type { Freedom } from '@/lib/disclosure/network';
import { roundedBounds } from '@/lib/disclosure/round';
import type { Records } from './attacker';

const limits = { threshold: 5, base: 5 };
const free: Freedom = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };

export type Files = ReadonlyMap<string, Records>;

export interface Narrow {
  readonly cell: string;
  readonly value: number;
  readonly width: number;
}

/** A column of counts, by the names methods.md gives them. */
export const isCount = (name: string) => /^(n|k|n[01]|k[01])$|(N|K|Count)$/.test(name);
/** Words that say again what other columns of the row say, or what follows from its numbers. */
const saysAgain = /^(label|flow|group|flag|status|types|level|drawn|distance|la_code|.*Name)$/;

/** One count: whom it counts by the words of its row, as given out (null where hidden), and as it is. */
interface Given {
  readonly file: string;
  readonly column: string;
  readonly row: number;
  readonly words: readonly string[];
  readonly shown: number | null;
  readonly value: number;
}

interface Cell {
  readonly name: string;
  readonly value: number;
  readonly freedom: Freedom;
}

interface Table {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly Freedom[];
  readonly columns: readonly Freedom[];
  readonly all: Freedom;
}

function namesOf(exact: Records): readonly string[] {
  // A provider may be named by its number.
  const isWords = (name: string) =>
    name === 'provider' || exact.every((row) => row[name] === '' || Number.isNaN(Number(row[name])));
  return Object.keys(exact[0] ?? {}).filter((name) => !isCount(name) && !saysAgain.test(name) && isWords(name));
}

function givenIn(file: string, shared: Records, exact: Records): readonly Given[] {
  const names = namesOf(exact);
  const keyOf = (row: Records[number]) => names.map((name) => row[name]).join('\t');
  const hidden = new Map(shared.map((row) => [keyOf(row), row]));
  return exact.flatMap((row, at) => {
    const found = hidden.get(keyOf(row));
    const words = names.map((name) => row[name] ?? '').filter((word) => word !== 'All');
    return Object.keys(row)
      .filter((name) => isCount(name) && row[name] !== '')
      .map((column): Given => {
        const shown = found?.[column] ?? '';
        return { file, column, row: at, words, shown: shown === '' ? null : Number(shown), value: Number(row[column]) };
      });
  });
}

/** How far a number may lie from its value in the eyes of a reader who knows the rules. */
function freedomOf({ shown, value }: Pick<Given, 'shown' | 'value'>): Freedom {
  if (shown === null) return { up: Number.POSITIVE_INFINITY, down: Math.max(0, value - 1) };
  const { low, high } = roundedBounds(shown, limits);
  return { up: high - value, down: value - low };
}

const cellOf = (given: Given): Cell => ({
  name: `${given.file}.${given.column} ${given.words.join(', ')}`,
  value: given.value,
  freedom: freedomOf(given),
});
const nothing: Cell = { name: '', value: 0, freedom: { up: 0, down: 0 } };
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** What is known of a total: the closest that any of `known` says of just these placements. */
function totalOf(known: readonly Given[], words: readonly string[], value: number): Freedom {
  const same = known.filter((one) => one.value === value && one.words.join('\t') === words.join('\t'));
  const found = same.map(freedomOf);
  return {
    up: Math.min(free.up, ...found.map(({ up }) => up)),
    down: Math.min(value, ...found.map(({ down }) => down)),
  };
}

/** A column of counts by the two columns of words that tell its rows apart, or by the one. */
function laidOut(own: readonly Given[], known: readonly Given[]): readonly Table[] {
  const depth = Math.max(...own.map(({ words }) => words.length));
  const cells = own.filter(({ words }) => words.length === depth);
  if (depth === 0 || depth > 2 || cells.length < 2) return [];
  const rows = [...new Set(cells.map(({ words }) => words[0] ?? ''))];
  const columns = depth === 2 ? [...new Set(cells.map(({ words }) => words[1] ?? ''))] : [''];
  const grid = rows.map((row) =>
    columns.map((column) => {
      const found = cells.find(({ words }) => words[0] === row && (words[1] ?? '') === column);
      return found ? cellOf(found) : nothing;
    }),
  );
  const values = (line: readonly Cell[]) => sum(line.map(({ value }) => value));
  return [
    {
      cells: grid,
      rows: rows.map((row, i) => (depth === 2 ? totalOf(known, [row], values(grid[i] ?? [])) : free)),
      columns: columns.map((column, j) =>
        totalOf(known, column === '' ? [] : [column], sum(grid.map((line) => line[j]?.value ?? 0))),
      ),
      all: totalOf(known, [], values(grid.flat())),
    },
  ];
}

/** Each k beside its n: the part, and the rest that no column shows. */
function partAndRest(given: readonly Given[]): readonly Table[] {
  const names = [...new Set(given.map(({ column }) => column))].filter((name) => /^k$|K$/.test(name));
  return names.flatMap((name) => {
    const ns = given.filter(({ column }) => column === name.replace(/k$/, 'n').replace(/K$/, 'N'));
    const pairs = ns.flatMap((n) => {
      const k = given.find(({ row, column }) => row === n.row && column === name);
      return k && k.value <= n.value ? [{ k, n }] : [];
    });
    if (pairs.length === 0) return [];
    const rest = ({ k, n }: { k: Given; n: Given }): Cell => ({
      name: `${n.file}.${n.column} − ${name} ${n.words.join(', ')}`,
      value: n.value - k.value,
      freedom: { up: Number.POSITIVE_INFINITY, down: Math.max(0, n.value - k.value - 1) },
    });
    const cells = pairs.map((pair) => [cellOf(pair.k), rest(pair)]);
    return [{ cells, rows: pairs.map(({ n }) => freedomOf(n)), columns: [free, free], all: free }];
  });
}

function smallIn(cells: Table['cells']): readonly Position[] {
  return cells.flatMap((line, i) =>
    line.flatMap(({ value }, j): Position[] => (value > 0 && value < limits.threshold ? [[i, j]] : [])),
  );
}

/** The range left to each number of 1 to 4 of a table, narrower than `least` ones alone. */
function narrowIn({ cells, rows, columns, all }: Table, least: number): readonly Narrow[] {
  const grid = withTotals(cells.map((line) => line.map(({ value }) => value)));
  const width = columns.length + 1;
  const freedom = new Map<number, Freedom>();
  cells.forEach((line, i) => {
    line.forEach((cell, j) => {
      freedom.set(i * width + j, cell.freedom);
    });
    freedom.set(i * width + width - 1, rows[i] ?? free);
  });
  columns.forEach((one, j) => {
    freedom.set(cells.length * width + j, one);
  });
  freedom.set(cells.length * width + width - 1, all);
  const small = smallIn(cells);
  const ranges = attackWithin(grid, small, freedom);
  return small.flatMap(([i, j], at) => {
    const range = ranges[at];
    const cell = cells[i]?.[j];
    if (!range || !cell || range.high - range.low >= least) return [];
    return [{ cell: cell.name, value: cell.value, width: range.high - range.low }];
  });
}

function columnsOf(given: readonly Given[]): readonly (readonly Given[])[] {
  return [...new Set(given.map(({ column }) => column))].map((name) => given.filter(({ column }) => column === name));
}

export interface Attacked {
  /** Numbers of 1 to 4 that were put to the attack. */
  readonly tried: number;
  /** Told to fewer than 5 steps by their own file, and to fewer than 3 by the page's files together. */
  readonly alone: readonly Narrow[];
  readonly together: readonly Narrow[];
}

/** The files of one page, as given out and as they are. */
export function attackFiles(shared: Files, exact: Files): Attacked {
  const files = [...shared].map(([id, rows]) => givenIn(id, rows, exact.get(id) ?? []));
  const page = files.flat();
  const alone = files.flatMap((given) => [
    ...columnsOf(given).flatMap((own) => laidOut(own, own)),
    ...partAndRest(given),
  ]);
  const together = files.flatMap((given) => columnsOf(given).flatMap((own) => laidOut(own, page)));
  return {
    tried: sum(alone.map(({ cells }) => smallIn(cells).length)),
    alone: alone.flatMap((table) => narrowIn(table, limits.threshold)),
    together: together.flatMap((table) => narrowIn(table, limits.threshold - 2)),
  };
}
