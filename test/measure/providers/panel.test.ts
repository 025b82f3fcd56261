import { describe, expect, test } from 'vitest';
import { isWithheld } from '@/lib/figure/figure';
import { costByProvider } from '@/lib/measure/providers/cost-by-provider';
import { providerPanel } from '@/lib/measure/providers/figures';
import { providers } from '@/lib/measure/providers/provider-table';
import { runPage } from '@/lib/measure/run';
import { defaultView } from '@/lib/view/view';
import { costPool } from '../cost/support';
import { settings } from '../support';
import { placement, providerPool, times } from './support';

describe('in the sharing view', () => {
  test('a provider is shown only with 10 placements, two authorities and none above 80%', async () => {
    const { database, pool: facts } = await providerPool();
    const options = { mode: 'sharing', settings } as const;
    const { figures } = await runPage(
      database,
      [providers, costByProvider],
      { view: defaultView, pool: facts },
      options,
    );
    for (const id of ['providers', 'cost-by-provider']) {
      const state = figures[id];
      if (state?.state !== 'ready') throw new Error(`${id} is ${state?.state}`);
      const shown = state.figure.table.rows.filter((one) => !isWithheld(one.n));
      expect(shown.map((one) => one.provider)).toEqual(['9900001']);
      if (id === 'providers') expect(shown).toMatchObject([{ n: 10, costMedian: 750, costN: 10, adjusted: 1.06 }]);
      expect(state.figure.table.columns.map(({ name }) => name)).not.toContain('largestShare');
      expect(state.figure.table.columns.map(({ name }) => name)).not.toContain('authorities');
      for (const one of state.figure.table.rows.filter(({ provider }) => provider !== '9900001'))
        for (const column of state.figure.table.columns)
          if (column.kind !== 'dimension' && column.kind !== 'text' && one[column.name] !== undefined)
            expect(one[column.name]).toSatisfy(isWithheld);
    }
  });

  test('a cost that is nearly all one authority’s is not given beside placements that are not', async () => {
    const { database, pool: facts } = await costPool([
      ...times(12, placement('9900001', 'E06000066')),
      ...times(12, { ...placement('9900001', 'E10000008'), totalWeeklyCost: null }),
    ]);
    const options = { mode: 'sharing', settings } as const;
    const { figures } = await runPage(database, [providers], { view: defaultView, pool: facts }, options);
    const state = figures.providers;
    if (state?.state !== 'ready') throw new Error('not ready');
    expect(state.figure.table.rows).toMatchObject([{ n: 25, costMedian: { symbol: 'u' }, adjusted: { symbol: 'u' } }]);
  });

  test('the same cost is given exactly in the working view', async () => {
    const { database, pool: facts } = await costPool([
      ...times(12, placement('9900001', 'E06000066', 703)),
      ...times(12, { ...placement('9900001', 'E10000008'), totalWeeklyCost: null }),
    ]);
    const options = { mode: 'working', settings } as const;
    const { figures } = await runPage(database, [providers], { view: defaultView, pool: facts }, options);
    const state = figures.providers;
    if (state?.state !== 'ready') throw new Error('not ready');
    expect(state.figure.table.rows).toMatchObject([{ n: 24, costN: 12, costMedian: 703, costMean: 703, adjusted: 1 }]);
  });

  test('a provider without a usable cost has none of them: a count of 0 is shown', async () => {
    const { database, pool: facts } = await costPool([
      { ...placement('9900001', 'E06000066'), totalWeeklyCost: null },
      placement('9900002', 'E06000066'),
    ]);
    const options = { mode: 'working', settings } as const;
    const { figures } = await runPage(database, [providers], { view: defaultView, pool: facts }, options);
    const state = figures.providers;
    if (state?.state !== 'ready') throw new Error('not ready');
    const row = state.figure.table.rows.find(({ provider }) => provider === '9900001');
    expect(row).toMatchObject({ n: 1, costN: 0, costMean: { symbol: 'z' } });
  });

  test('the panel does not say which authorities use a provider', () => {
    expect(providerPanel('9900001', 'sharing').map(({ id }) => id)).not.toContain('provider-authorities');
    expect(providerPanel('9900001', 'working').map(({ id }) => id)).toContain('provider-authorities');
  });
});

describe('one provider', () => {
  test('is counted by itself, beside all others of its type', async () => {
    const { database, pool: facts } = await providerPool();
    const measures = providerPanel('9900001', 'working');
    const { figures } = await runPage(
      database,
      measures,
      { view: defaultView, pool: facts },
      { mode: 'working', settings },
    );
    const table = (id: string) => {
      const state = figures[id];
      if (state?.state !== 'ready') throw new Error(`${id} is ${state?.state}`);
      return state.figure.table.rows;
    };
    expect(table('provider-types')).toMatchObject([{ secured: 'Foster', k: 12, n: 12 }]);
    expect(table('provider-authorities').map(({ la, n }) => [la, n])).toEqual([
      ['Somerset', 6],
      ['Devon', 6],
    ]);
    expect(table('provider-cost')).toMatchObject([
      { group: '9900001', n: 12, median: 750 },
      { group: 'Other placements', n: 49, median: 700 },
    ]);
    expect(table('provider-outcomes')).toMatchObject([
      { outcome: 'Got the type asked for', k: 12, n: 12, comparisonK: 49, comparisonN: 49 },
      { outcome: 'In the preferred location', n: 0 },
      { outcome: 'Over 20 miles from home', k: 0, n: 12, comparisonK: 0, comparisonN: 49 },
    ]);
    expect(table('provider-trend').reduce((sum, { n }) => sum + Number(n), 0)).toBe(12);
    expect(table('provider-like-for-like')).toMatchObject([{ provider: '9900001', n: 12 }]);
  });

  test('that nobody used has nothing to show', async () => {
    const { database, pool: facts } = await providerPool();
    const measures = providerPanel(`'; DROP TABLE pool; --`, 'working');
    const { figures } = await runPage(
      database,
      measures,
      { view: defaultView, pool: facts },
      { mode: 'working', settings },
    );
    expect(new Set(Object.values(figures).map(({ state }) => state))).toEqual(new Set(['empty']));
  });
});
