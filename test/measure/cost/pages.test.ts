import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { type Cell, isWithheld } from '@/lib/figure/figure';
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { type FigureState, runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import { costPool, pricedRows } from './support';

const measures = [...costMeasures, ...likeForLikeMeasures, ...driverMeasures];

const views: readonly View[] = [
  defaultView,
  { ...defaultView, authorities: ['E06000066'], compare: { kind: 'rest' } },
  { ...defaultView, period: { kind: 'months', from: '2025-01', to: '2025-06' }, secured: ['Residential'] },
  { ...defaultView, period: { kind: 'last', months: 12 }, needs: ['riskMissing'], basis: 'referral' },
  { ...defaultView, authorities: ['E99999999'], compare: { kind: 'none' } },
];

function sound(cell: Cell): boolean {
  return isWithheld(cell) ? cell.reason !== '' : typeof cell === 'string' || Number.isFinite(cell);
}

function expectSound(id: string, state: FigureState): void {
  if (state.state === 'error') throw new Error(`${id}: ${state.error.message}`);
  const { figure } = state;
  expect(figure.headline, id).not.toMatch(/NaN|undefined|null|Infinity|over-?charg/i);
  expect(figure.headline, id).not.toBe('');
  for (const table of [figure.table, ...Object.values(figure.extra)]) {
    for (const row of table.rows) {
      for (const { name } of table.columns) {
        const cell = row[name];
        expect(cell === undefined || sound(cell), `${id} ${name}: ${JSON.stringify(cell)}`).toBe(true);
      }
    }
  }
  for (const caveat of ['estimate', 'VAT', 'newly agreed', 'set aside'])
    if (id !== 'cost-set-aside') expect(figure.caveats.join(' ').toLowerCase(), id).toContain(caveat.toLowerCase());
}

test('every cost figure stands for any pool and view, working and safe to share', async () => {
  await fc.assert(
    fc.asyncProperty(
      pricedRows,
      fc.constantFrom(...views),
      fc.constantFrom('working', 'sharing'),
      async (rows, view, mode) => {
        const { database, pool } = await costPool(rows);
        const settings = { threshold: 5, base: 5 };
        const { figures } = await runPage(database, measures, { view, pool }, { mode, settings, protect });
        expect(Object.keys(figures)).toHaveLength(measures.length);
        for (const [id, state] of Object.entries(figures)) expectSound(id, state);
      },
    ),
    // Shrinking would run every measure hundreds of times.
    { numRuns: 6, endOnFailure: true },
  );
});

test('figure ids are the stable names and none is used twice', () => {
  const ids = measures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [
    'cost-by-type',
    'cost-by-need',
    'cost-by-band',
    'cost-by-la',
    'cost-trend',
    'cost-breakdown',
    'like-for-like',
    'like-for-like-check',
    'cost-drivers',
  ])
    expect(ids).toContain(id);
});
