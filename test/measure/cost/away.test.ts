import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DatabaseCancelled } from '@/lib/database/database';
import { contextFor } from '@/lib/measure/context';
import { driverQueries } from '@/lib/measure/cost/driver/draw';
import { explain, explainAway } from '@/lib/measure/cost/driver/explain';
import type { RowsByQuery } from '@/lib/measure/measure';
import { defaultView } from '@/lib/view/view';
import type { PoolRow } from '../pool-row';
import { costPool } from './support';

type Behaviour = 'works' | 'will not start' | 'fails midway' | 'never answers';

/** A worker that runs our script in this thread, a message a turn. */
function fakeWorker(behaviour: Behaviour) {
  const made: Fake[] = [];
  class Fake {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    ended = false;
    received = 0;
    #listener: ((event: { data: unknown }) => void) | null = null;
    constructor() {
      made.push(this);
      setTimeout(() => void this.#start());
    }
    async #start() {
      if (behaviour === 'will not start') return this.onerror?.({});
      const tell = (data: unknown) => setTimeout(() => !this.ended && this.onmessage?.({ data }));
      vi.stubGlobal('self', {
        addEventListener: (_: string, listener: (event: { data: unknown }) => void) => {
          this.#listener = listener;
        },
        postMessage: tell,
      });
      vi.resetModules();
      await import('@/lib/measure/cost/driver/worker');
      return undefined;
    }
    postMessage(data: unknown, { transfer = [] as Transferable[] } = {}) {
      const copy = structuredClone(data, { transfer });
      this.received += 1;
      if (behaviour === 'fails midway' && this.received > 3) setTimeout(() => this.onerror?.({}));
      else if (behaviour !== 'never answers') setTimeout(() => !this.ended && this.#listener?.({ data: copy }));
    }
    terminate() {
      this.ended = true;
    }
  }
  vi.stubGlobal('Worker', Fake);
  vi.stubGlobal('location', { href: 'http://127.0.0.1/cost/drivers/' });
  return made;
}

const rows: PoolRow[] = Array.from({ length: 160 }, (_, at) => ({
  la_code: at % 2 === 0 ? 'E06000066' : 'E10000008',
  placementType: at % 3 === 0 ? 'Residential' : 'Foster',
  fosterCareSuitability: 'Preferred',
  totalWeeklyCost: 500 + ((at * 37) % 400) + (at % 3 === 0 ? 4000 : 0),
  placementDate: at < 70 ? '2024-06-11' : '2025-06-11',
}));

async function driverRows() {
  const { database, pool } = await costPool(rows);
  const context = contextFor(defaultView, pool, 'placement');
  const run = async (): Promise<RowsByQuery> => {
    const found: Record<string, RowsByQuery[string]> = {};
    for (const [name, query] of Object.entries(driverQueries(context))) found[name] = await database.run(query);
    return found;
  };
  return { context, run };
}

let made: ReturnType<typeof fakeWorker> = [];
beforeEach(() => vi.unstubAllGlobals());
afterEach(() => {
  vi.unstubAllGlobals();
  expect(made.every(({ ended }) => ended)).toBe(true);
});

test.each<Behaviour>(['works', 'will not start', 'fails midway'])(
  'the draws come to the same where a worker %s, with how far they are, and the worker ends with them',
  async (behaviour) => {
    const { context, run } = await driverRows();
    const expected = explain(await run(), context).explained;
    expect(expected.map(({ whiskers }) => whiskers?.components.length)).toEqual([5, 5, 5]);
    made = fakeWorker(behaviour);
    const found = await run();
    const seen: number[] = [];
    await explainAway(found, context, { onProgress: (share) => seen.push(share) });
    expect(explain(found, context).explained).toEqual(expected);
    expect(made).toHaveLength(1);
    if (behaviour !== 'works') return;
    expect(made[0]?.received).toBe(12);
    expect(seen).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  },
);

test('a run that is cancelled ends its worker at once', async () => {
  const { context, run } = await driverRows();
  const found = await run();
  made = fakeWorker('never answers');
  const stop = new AbortController();
  const away = explainAway(found, context, { signal: stop.signal, onProgress: () => undefined });
  setTimeout(() => stop.abort(), 300);
  await expect(away).rejects.toThrow(DatabaseCancelled);
  expect(made[0]?.received).toBe(3);
});
