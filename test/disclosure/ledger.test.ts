import { describe, expect, it } from 'vitest';
import { Ledger } from '@/lib/disclosure/ledger';
import { protect } from '@/lib/disclosure/protect';
import { isWithheld } from '@/lib/figure/figure';
import { categories, figureOf, type Placement, randomPool, specs } from './support/page';
import { leaksOfSession, type Source } from './support/session';
import { random } from './support/table';

const limits = { threshold: 5, base: 5 };

function generated(pool: readonly Placement[]): Source {
  const names = ['la', 'neededBy', 'month', 'sought'] as const;
  const some = specs.filter(({ id }) => ['sought-secured', 'match-by-la', 'demand'].includes(id));
  return {
    view: (next) =>
      names
        .filter(() => next() < 0.4)
        .map((name) => `${name}=${categories[name][Math.floor(next() * categories[name].length)]}`)
        .join('&'),
    figures: (view) => {
      const filters = view
        .split('&')
        .filter(Boolean)
        .map((part) => part.split('='));
      const rows = pool.filter((row) => filters.every(([name, label]) => row[name as keyof Placement] === label));
      return some.map((spec) => ({ id: spec.id, draft: figureOf(spec, rows).draft }));
    },
  };
}

describe('session ledger', () => {
  it('lets no two exports of 60 random sequences of filters tell a small difference', () => {
    const next = random(5);
    for (let i = 0; i < 60; i++) {
      const pool = randomPool(next, 30 + Math.floor(next() * 300));
      expect(leaksOfSession(generated(pool), 4, next, limits)).toEqual([]);
    }
  });

  it('finds such leaks when nothing is remembered, so the harness can fail', () => {
    const pool = randomPool(random(3), 600);
    const figure = (rows: readonly Placement[]) => figureOf(specs[0] as (typeof specs)[number], rows);
    const two = pool.filter(({ sought, secured }) => sought === 'Foster' && secured === 'Foster').slice(0, 2);
    const exact = { ...limits, crossed: 'exact' as const };
    const ledger = new Ledger();
    const whole = figure(pool).draft;
    const fewer = figure(pool.filter((row) => !two.includes(row))).draft;
    const first = ledger.export('m', whole, protect(whole, 'sharing', exact), exact);
    const alone = protect(fewer, 'sharing', exact);
    const second = ledger.export('m', fewer, alone, exact);
    const hidden = (rows: typeof alone.table.rows): number => rows.filter((row) => isWithheld(row.n)).length;
    expect(first.notes.join(' ')).not.toContain('earlier download');
    expect(hidden(second.table.rows)).toBeGreaterThan(hidden(alone.table.rows));
    expect(second.notes.join(' ')).toContain('earlier download');
  });

  it('leaves a second copy of the same export as it was', () => {
    const { draft } = figureOf(specs[0] as (typeof specs)[number], randomPool(random(4), 200));
    const ledger = new Ledger();
    const shown = protect(draft, 'sharing', limits);
    ledger.export('m', draft, shown, limits);
    expect(ledger.export('m', draft, shown, limits)).toEqual(shown);
  });
});
