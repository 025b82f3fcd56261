import { describe, expect, it } from 'vitest';
import { type Database, DatabaseCancelled } from '@/lib/database/database';
import { advise } from '@/lib/measure/advice';
import type { Measure } from '@/lib/measure/measure';
import { matchRate, matchRateByAuthority, matchRateTrend } from '@/lib/measure/needs/match-rate';
import { outcomeQuery } from '@/lib/measure/needs/outcome-query';
import { overviewCost } from '@/lib/measure/overview/weekly-cost';
import { runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import type { PoolRow } from './pool-row';
import { settings, testPool } from './support';

const row: PoolRow = { fosterCareSuitability: 'Preferred', placementType: 'Foster', totalWeeklyCost: 800 };
const options = { mode: 'working', settings } as const;

function counting(database: Database): { readonly database: Database; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    database: {
      ...database,
      run: (query, signal) => {
        asked.push(query.sql);
        return database.run(query, signal);
      },
    },
  };
}

describe('running a page', () => {
  it('asks a question once, however many figures need its answer', async () => {
    const test = await testPool([row]);
    const { database, asked } = counting(test.database);
    await runPage(database, [matchRate, matchRateByAuthority, matchRateTrend], { ...test, view: defaultView }, options);
    expect(asked.filter((sql) => sql === outcomeQuery.sql)).toHaveLength(1);
    expect(asked.filter((sql) => sql.startsWith('CREATE'))).toHaveLength(1);
  });

  it('copies the rows once for each date basis, once in all where the view chooses one', async () => {
    const test = await testPool([row]);
    const { database, asked } = counting(test.database);
    const run = (view: View) => runPage(database, [matchRate, overviewCost], { ...test, view }, options);
    await run(defaultView);
    expect(asked.filter((sql) => sql.startsWith('CREATE'))).toHaveLength(2);
    await run({ ...defaultView, basis: 'placement' });
    expect(asked.filter((sql) => sql.startsWith('CREATE'))).toHaveLength(3);
  });

  it('leaves the other figures standing when one fails', async () => {
    const test = await testPool([row]);
    const broken: Measure = {
      ...matchRate,
      id: 'broken',
      queries: () => ({ levels: { sql: 'SELECT nonsense', parameters: [] } }),
    };
    const wrong: Measure = {
      ...matchRate,
      id: 'wrong',
      queries: () => ({ levels: { sql: 'SELECT 1 AS one', parameters: [] } }),
    };
    const { figures } = await runPage(
      test.database,
      [broken, wrong, matchRate],
      { ...test, view: defaultView },
      options,
    );
    expect(Object.values(figures).map(({ state }) => state)).toEqual(['error', 'error', 'ready']);
  });

  it('tells of figures in order, and of empty ones as empty', async () => {
    const test = await testPool([row]);
    const told: string[] = [];
    const view: View = { ...defaultView, sought: ['Residential'] };
    const { kept } = await runPage(
      test.database,
      [matchRate, overviewCost],
      { ...test, view },
      {
        ...options,
        onFigure: (id, { state }) => told.push(`${id} ${state}`),
      },
    );
    expect(told).toEqual(['match-rate empty', 'overview-cost empty']);
    expect(kept).toBe(0);
  });

  it('stops when cancelled, and the next run is not harmed', async () => {
    const test = await testPool([row]);
    const control = new AbortController();
    const first = runPage(
      test.database,
      [matchRate],
      { ...test, view: defaultView },
      { ...options, signal: control.signal },
    );
    const second = runPage(test.database, [matchRate], { ...test, view: defaultView }, options);
    control.abort();
    await expect(first).rejects.toBeInstanceOf(DatabaseCancelled);
    expect((await second).kept).toBe(1);
  });
});

describe('advice on an empty view', () => {
  it('counts what there would be without each filter, most first', async () => {
    const test = await testPool([row, row, { ...row, la_code: 'E06000023', neededBy: 'Today' }]);
    const view: View = { ...defaultView, authorities: ['E06000066'], notice: ['Today'], sought: ['Foster'] };
    const advice = await advise(test.database, { ...test, view });
    expect(advice.map(({ chip, n }) => [chip.id.split('-')[0], n])).toEqual([
      ['notice', 2],
      ['la', 1],
      ['sought', 0],
    ]);
    expect(advice[0]).toMatchObject({ chip: { label: 'Needed today' }, n: 2 });
  });
});
