import { describe, expect, it } from 'vitest';
import { type ProtectedDraft, pageProtector, protect } from '@/lib/disclosure/protect';
import { roundedBounds } from '@/lib/disclosure/round';
import { type Cell, isWithheld } from '@/lib/figure/figure';
import { combinations, figureOf, type PageFigure, type Placement, randomPool, specs } from './support/page';
import { Attacker, type Fact } from './support/simplex';
import { random } from './support/table';

const limits = { threshold: 5, base: 5 };
/** `c` in a rounded table says 1 to 4: a page may not say more than that. */
const asOpenAsC = limits.threshold - 2;

type Where = (placement: Placement) => boolean;
const unknownsOf = (where: Where): readonly number[] => combinations.flatMap((item, i) => (where(item) ? [i] : []));

/** What a published cell says of the number behind it. */
function factOf(cell: Cell | undefined, where: Where, value: number): Fact[] {
  if (cell === undefined) return [];
  const over = unknownsOf(where);
  if (typeof cell === 'number') {
    return [{ over, ...roundedBounds(cell, limits) }];
  }
  // A reader takes a hidden cell to be at least 1; where all of a table is withheld some are 0, and nothing is known.
  return value === 0 ? [] : [{ over, low: 1, high: Number.POSITIVE_INFINITY }];
}

function factsOf(figure: PageFigure, shown: ProtectedDraft, pool: readonly Placement[]): readonly Fact[] {
  const count = (where: Where): number => pool.filter(where).length;
  const cells = figure.counted.flatMap(({ table, match, column, where }) => {
    const published = table === '' ? shown.table : shown.extra[table];
    const row = published?.rows.find((item) => Object.entries(match).every(([name, label]) => item[name] === label));
    return factOf(row?.[column], where, count(where));
  });
  const left = figure.exclusions.flatMap((where, i) => factOf(shown.exclusions[i]?.n, where, count(where)));
  return [...cells, ...factOf(shown.n, figure.n, count(figure.n)), ...left];
}

interface Target {
  readonly name: string;
  readonly where: Where;
  readonly value: number;
}

/** Every number of 1–4 the page speaks of: its counts, and what is left of each n beside its k. */
function targetsOf(figures: readonly PageFigure[], pool: readonly Placement[]): readonly Target[] {
  const wheres = figures.flatMap(({ id, counted, exclusions }) => [
    ...counted.map(({ match, column, where }) => ({ name: `${id} ${JSON.stringify(match)} ${column}`, where })),
    ...exclusions.map((where, i) => ({ name: `${id} left out ${i}`, where })),
    ...counted.flatMap(({ match, column, where }) => {
      const n = counted.find((other) => other.match === match && other.column === 'n');
      if (column !== 'k' || !n) return [];
      return [{ name: `${id} ${JSON.stringify(match)} n − k`, where: (p: Placement) => n.where(p) && !where(p) }];
    }),
  ]);
  return wheres
    .map((target) => ({ ...target, value: pool.filter(target.where).length }))
    .filter(({ value }) => value > 0 && value < limits.threshold);
}

interface Leak {
  readonly name: string;
  readonly width: number;
}

function leaksOf(pool: readonly Placement[], door: typeof protect = pageProtector()): readonly Leak[] {
  const figures = specs.map((spec) => figureOf(spec, pool));
  const facts = figures.flatMap((figure) => factsOf(figure, door(figure.draft, 'sharing', limits), pool));
  const attacker = new Attacker(combinations.length, facts);
  return targetsOf(figures, pool).flatMap(({ name, where, value }) => {
    const [low, high] = attacker.range(unknownsOf(where));
    const said = `${name} = ${value} in [${low}, ${high}]`;
    return high - low < asOpenAsC - 1e-6 ? [{ name: said, width: high - low }] : [];
  });
}

function narrowPages(
  seed: number,
  pages: number,
  [least, most]: readonly [number, number],
): readonly (readonly Leak[])[] {
  const next = random(seed);
  return Array.from({ length: pages }, () =>
    leaksOf(randomPool(next, least + Math.floor(next() * (most - least)))),
  ).filter((leaks) => leaks.length > 0);
}

describe('twelve figures of one page together, attacked by linear programming over every placement', () => {
  it('say no more of any number of 1 to 4 than a hidden cell does, in views of 300 placements and more', () => {
    expect(narrowPages(77, 12, [300, 1500])).toEqual([]);
  });

  it('show in no figure what suppression hides in the small table', () => {
    const next = random(78);
    let hidden = 0;
    for (let i = 0; i < 12; i++) {
      const pool = randomPool(next, 100 + Math.floor(next() * 900));
      const door = pageProtector();
      const shown = new Map(specs.map((spec) => [spec.id, door(figureOf(spec, pool).draft, 'sharing', limits)]));
      const cells = shown.get('sought-secured')?.table.rows.filter(({ n }) => isWithheld(n)) ?? [];
      for (const { sought, secured } of cells) {
        const same = shown
          .get('displacement')
          ?.table.rows.find((row) => row.sought === sought && row.secured === secured);
        if (!same) continue;
        hidden++;
        expect(same.k === 0 || isWithheld(same.k), `${String(sought)} ${String(secured)}`).toBe(true);
      }
    }
    expect(hidden).toBeGreaterThan(10);
  });

  it('give no number away even in views of a few dozen, where nearly every cell is small', () => {
    const narrow = narrowPages(77, 20, [20, 270]);
    expect(narrow.flat().filter(({ width }) => width < 1)).toEqual([]);
    expect(narrow.length).toBeLessThanOrEqual(3);
  });

  it('leak without the memory of the page, so the memory is what protects', () => {
    const next = random(77);
    const pools = Array.from({ length: 8 }, () => randomPool(next, 300 + Math.floor(next() * 1200)));
    expect(pools.some((pool) => leaksOf(pool, protect).length > 0)).toBe(true);
  });
});
