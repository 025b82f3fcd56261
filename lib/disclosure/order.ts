/** The order of rows may not say what the rows do not: protected rows are ordered by what is shown. */
import { byText } from '@/lib/figure/collate';
import { type Cell, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';

/**
 * `before` as the measure ordered it, `after` its protected rows in the same order. An order by category is kept.
 * An order by a number is made again from the shown numbers, ties and hidden rows (last) by name.
 */
export function reorder(before: Table, after: Table): Table {
  const changed = after.rows.some((row, i) => before.columns.some(({ name }) => row[name] !== before.rows[i]?.[name]));
  if (!changed || after.rows.length < 2) return after;
  const sorted = sortColumn(before);
  const hasHidden = after.rows.some((row) => after.columns.some(({ name }) => isWithheld(row[name])));
  // What readers see first: codes and hidden columns are no order to them.
  const labels = after.columns.filter(({ kind }) => kind === 'dimension' || kind === 'text');
  const names = [...labels.filter(({ hidden }) => !hidden), ...labels.filter(({ hidden }) => hidden)].map(
    ({ name }) => name,
  );
  if (isByCategory(before, names)) return after;
  const byName = (a: TableRow, b: TableRow): number => {
    // Rows that say nothing are one and the same.
    if (a === b) return 0;
    for (const name of names) {
      const order = byText(text(a[name]), text(b[name]));
      if (order !== 0) return order;
    }
    return 0;
  };
  const block = names.slice(1).find((name) => inBlocks(before, name));
  if (block !== undefined) return reorderBlocks(before, after, block, byName);
  if (!sorted || !after.columns.some(({ name }) => name === sorted.name)) {
    return hasHidden ? { ...after, rows: [...after.rows].sort(byName) } : after;
  }
  const { name, direction } = sorted;
  const rows = [...after.rows].sort((a, b) => {
    const [left, right] = [a[name], b[name]];
    if (typeof left !== 'number' || typeof right !== 'number') {
      return Number(typeof left !== 'number') - Number(typeof right !== 'number') || byName(a, b);
    }
    return direction * (left - right) || byName(a, b);
  });
  return { ...after, rows };
}

/** Rows of one category together, the categories in an order known to every reader. */
function inBlocks({ rows }: Table, name: string): boolean {
  const blocks = blocksOf(rows.map((row) => text(row[name])));
  return blocks !== null && blocks.length > 1 && isKnown(blocks);
}

/** One label for each block of the same; null where rows of one label stand apart, or none has two. */
function blocksOf(labels: readonly string[]): readonly string[] | null {
  const blocks = labels.filter((label, i) => label !== labels[i - 1]);
  return blocks.length === new Set(blocks).size && blocks.length < labels.length ? blocks : null;
}

interface Block {
  readonly before: TableRow[];
  readonly after: TableRow[];
}

/** Each block by itself; rows that do not say which is theirs stand last, whichever it is. */
function reorderBlocks(before: Table, after: Table, name: string, byName: (a: TableRow, b: TableRow) => number): Table {
  const columns = before.columns.filter((column) => column.name !== name);
  const blocks = new Map<string, Block>();
  const unsaid: TableRow[] = [];
  after.rows.forEach((row, i) => {
    const own = before.rows[i];
    if (isWithheld(row[name]) || !own) {
      unsaid.push(row);
      return;
    }
    const label = text(row[name]);
    const block = blocks.get(label) ?? { before: [], after: [] };
    blocks.set(label, block);
    block.before.push(own);
    block.after.push(row);
  });
  const ordered = [...blocks.values()].flatMap(
    (block) => reorder({ columns, rows: block.before }, { columns: after.columns, rows: block.after }).rows,
  );
  return { ...after, rows: [...ordered, ...unsaid.sort(byName)] };
}

/** The number column the rows run along, if any: the first that never turns and moves at least once, falling before rising. */
function sortColumn({ columns, rows }: Table): { readonly name: string; readonly direction: 1 | -1 } | null {
  let rising: string | null = null;
  for (const { name, kind } of columns) {
    if (kind === 'dimension' || kind === 'text') continue;
    const way = directionOf(rows, name);
    if (way === -1) return { name, direction: -1 };
    if (way === 1) rising ??= name;
  }
  return rising === null ? null : { name: rising, direction: 1 };
}

/** 1 where a column's numbers never fall, −1 where they never rise; 0 where they turn or never move. */
function directionOf(rows: readonly TableRow[], name: string): -1 | 0 | 1 {
  let before: number | null = null;
  let way: -1 | 0 | 1 = 0;
  for (const row of rows) {
    const value = row[name];
    if (typeof value !== 'number') continue;
    const step: number = before === null ? 0 : Math.sign(value - before);
    before = value;
    if (step === 0) continue;
    if (way !== 0 && step !== way) return 0;
    way = step > 0 ? 1 : -1;
  }
  return way;
}

/** In the order of a category: names ascending, blocks of one category together, or a scale known to every reader. */
function isByCategory({ rows }: Table, names: readonly string[]): boolean {
  const [first] = names;
  if (first === undefined) return true;
  const labels = rows.map((row) => text(row[first]));
  return isKnown(blocksOf(labels) ?? labels);
}

/** Names ascending, or a scale known to every reader. */
function isKnown(labels: readonly string[]): boolean {
  return ascending(labels) || isScale(labels);
}

function ascending(labels: readonly string[]): boolean {
  return labels.every((label, i) => i === 0 || byText(labels[i - 1] ?? '', label) <= 0);
}

const scales: readonly (readonly string[])[] = [
  [
    'Foster',
    'Residential',
    'Supported Accommodation',
    'Several preferred',
    'Not stated',
    'No placement recorded',
    'All',
  ],
  ['Residential', 'Foster', 'Supported Accommodation'],
  ['Today', '< 5 days', '> 5 days', 'Not recorded'],
  ['Lower', 'Medium', 'Higher'],
  ['Yes', 'No', 'Not recorded'],
  ['Preferred', 'Suitable but not preferred', 'Unsuitable', 'Not specified'],
];

/** Labels in the order of one of the product's own scales (a few may be missing). */
function isScale(labels: readonly string[]): boolean {
  return scales.some((scale) => {
    const places = labels.map((label) => scale.indexOf(label));
    return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? -1)));
  });
}

function text(cell: Cell | undefined): string {
  return isWithheld(cell) ? cell.symbol : String(cell ?? '');
}
