/** A page of figures over a generated pool, each count with the placements it counts, so that an attacker can be exact. */
import type { Column, Disclosure, Draft, Table, TableRow } from '@/lib/figure/figure';

export const categories = {
  sought: ['Foster', 'Residential', 'Supported Accommodation', 'Not stated'],
  secured: ['Foster', 'Residential', 'Supported Accommodation', 'No placement recorded'],
  la: ['Avon', 'Bourne', 'Culm'],
  neededBy: ['Today', '> 5 days'],
  month: ['2025-04', '2025-05', '2025-06'],
} as const;

export type Category = keyof typeof categories;
export type Placement = Readonly<Record<Category, string>>;
type Where = (placement: Placement) => boolean;

/** Every combination of categories: the attacker's unknowns. */
export const combinations: readonly Placement[] = Object.entries(categories).reduce<readonly Placement[]>(
  (all, [name, labels]) => all.flatMap((one) => labels.map((label) => ({ ...one, [name]: label }))),
  [{} as Placement],
);

export interface Counted {
  readonly table: string;
  readonly match: TableRow;
  readonly column: string;
  readonly where: Where;
}

export interface PageFigure {
  readonly id: string;
  readonly draft: Draft;
  readonly counted: readonly Counted[];
  /** Placements left out and placements rested on. */
  readonly n: Where;
  readonly exclusions: readonly Where[];
}

const placed: Where = ({ secured }) => secured !== 'No placement recorded';
const stated: Where = ({ sought }) => sought !== 'Not stated';
const matched: Where = ({ sought, secured }) => sought === secured;
const both =
  (...parts: readonly Where[]): Where =>
  (placement) =>
    parts.every((part) => part(placement));
const all: Where = () => true;

function column(name: string, kind: Column['kind']): Column {
  return { name, label: name, kind };
}

function by(over: readonly Category[], keep: (row: TableRow) => boolean = () => true): readonly TableRow[] {
  const rows = over.reduce<readonly TableRow[]>(
    (found, name) => found.flatMap((row) => categories[name].map((label) => ({ ...row, [name]: label }))),
    [{}],
  );
  return rows.filter(keep);
}

interface Spec {
  readonly id: string;
  readonly over: readonly Category[];
  readonly keep?: (row: TableRow) => boolean;
  readonly counts: Readonly<Record<string, (row: TableRow) => Where>>;
  readonly disclosure: Disclosure;
  readonly n: Where;
  readonly exclusions?: readonly Where[];
  readonly totals?: readonly Category[];
}

const inRow =
  (row: TableRow): Where =>
  (placement) =>
    Object.entries(row).every(([name, label]) => placement[name as Category] === label);

const rates = { kind: 'rates' } as const;
const rate = (over: readonly Category[], id: string, k: Where, n: Where, exclusions: readonly Where[] = []): Spec => ({
  id,
  over,
  counts: { k: (row) => both(inRow(row), n, k), n: (row) => both(inRow(row), n) },
  disclosure: rates,
  n,
  exclusions,
});
const rounded = (over: readonly Category[], id: string, n: Where = all): Spec => ({
  id,
  over,
  counts: { n: (row) => both(inRow(row), n) },
  disclosure: { kind: 'rounded', counts: ['n'] },
  n,
});
const inPlay = both(placed, stated);
const unplaced: Where = (p) => !placed(p);
const unstated: Where = both(placed, (p) => !stated(p));

export const specs: readonly Spec[] = [
  {
    ...rounded(['sought', 'secured'], 'sought-secured'),
    disclosure: { kind: 'crossed', row: 'sought', column: 'secured', value: 'n' },
    totals: ['sought', 'secured'],
  },
  rate([], 'match-rate', matched, inPlay, [unplaced, unstated]),
  {
    ...rate(['sought'], 'match-by-sought', matched, inPlay, [unplaced, unstated]),
    keep: ({ sought }) => sought !== 'Not stated',
  },
  {
    ...rate(['sought', 'secured'], 'displacement', placed, inPlay, [unplaced, unstated]),
    keep: ({ sought, secured }) => sought !== 'Not stated' && secured !== 'No placement recorded' && sought !== secured,
    counts: {
      k: (row) => both(inRow(row), inPlay),
      n: ({ sought }) => both(inRow({ sought: String(sought) }), inPlay),
    },
  },
  rate([], 'placed-rate', placed, all),
  rate(['la'], 'placed-by-la', placed, all),
  rate(['la'], 'match-by-la', matched, inPlay, [unplaced, unstated]),
  rate(['neededBy'], 'match-by-notice', matched, inPlay, [unplaced, unstated]),
  rate(['month'], 'match-trend', matched, inPlay, [unplaced, unstated]),
  rounded(['month', 'sought'], 'demand'),
  { ...rounded(['la', 'secured'], 'secured-by-la', placed), exclusions: [unplaced] },
  rounded(['la', 'neededBy'], 'notice-by-la'),
];

/** A spec's draft over a pool, with who each count counts. */
export function figureOf(spec: Spec, pool: readonly Placement[]): PageFigure {
  const count = (where: Where): number => pool.filter(where).length;
  const counted: Counted[] = [];
  const tableOf = (name: string, over: readonly Category[], counts: Spec['counts'], keep?: Spec['keep']): Table => {
    const rows = by(over, keep).map((match): TableRow => {
      const numbers = Object.entries(counts).map(([key, where]) => {
        counted.push({ table: name, match, column: key, where: where(match) });
        return [key, count(where(match))] as const;
      });
      const row: Record<string, string | number> = {
        ...(match as Record<string, string>),
        ...Object.fromEntries(numbers),
      };
      if (typeof row.k === 'number' && typeof row.n === 'number') row.rate = row.n > 0 ? row.k / row.n : 0;
      return row;
    });
    const columns = [
      ...over.map((key) => column(key, 'dimension')),
      ...Object.keys(counts).map((key) => column(key, 'count')),
      ...(counts.k ? [column('rate', 'rate')] : []),
    ];
    return { columns, rows };
  };
  const extra = Object.fromEntries(
    (spec.totals ?? []).map((name) => {
      const disclosure: Disclosure = { kind: 'rounded', counts: ['n'] };
      return [name, { table: tableOf(name, [name], { n: inRow }), disclosure }] as const;
    }),
  );
  const exclusions = (spec.exclusions ?? []).map((where) => ({
    label: where === unplaced ? 'no placement recorded' : 'no preference recorded',
    n: count(where),
  }));
  const draft: Draft = {
    table: tableOf('', spec.over, spec.counts, spec.keep),
    extra,
    disclosure: spec.disclosure,
    charts: [{ kind: 'none' }],
    n: count(spec.n),
    exclusions,
    caveats: [],
    warnings: [],
  };
  return { id: spec.id, draft, counted, n: spec.n, exclusions: spec.exclusions ?? [] };
}

/** Placements as they fall: mostly matched, a few rare kinds, authorities of unlike size. */
export function randomPool(next: () => number, size: number): readonly Placement[] {
  const pick = (name: Category, weights: readonly number[]): string => {
    const at = next() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((_, i) => at < weights.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0));
    return categories[name][Math.max(0, index)] as string;
  };
  return Array.from({ length: size }, () => {
    const sought = pick('sought', [60, 25, 10, 5]);
    const own = categories.sought.indexOf(sought as never);
    const secured = pick(
      'secured',
      [0, 1, 2, 3].map((i) => (i === own ? 70 : i === 3 ? 8 : 11)),
    );
    const la = pick('la', [60, 30, 10]);
    return { sought, secured, la, neededBy: pick('neededBy', [30, 70]), month: pick('month', [1, 1, 1]) };
  });
}
