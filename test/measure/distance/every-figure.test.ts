import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithheld } from '@/lib/figure/figure';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { runPage } from '@/lib/measure/run';
import { loadPlaces } from '@/lib/place/places';
import { defaultView, type View } from '@/lib/view/view';
import { settings, testPool } from '../support';
import { distanceRows } from './support';

const views: readonly View[] = [
  defaultView,
  { ...defaultView, period: { kind: 'last', months: 12 } },
  { ...defaultView, authorities: ['E06000066'], compare: { kind: 'rest' } },
  { ...defaultView, regions: ['E12000009'], locality: 'outside', distance: ['Distance not known'] },
  { ...defaultView, placed: ['E06000023', 'TA1'], home: ['BS1'], compare: { kind: 'none' } },
];

test('true to its columns and speaking in a sentence, for any pool, view and mode', async () => {
  await fc.assert(
    fc.asyncProperty(
      distanceRows,
      fc.constantFrom(...views),
      fc.constantFrom('working', 'sharing'),
      async (rows, view, mode) => {
        const { database, pool } = await testPool(rows);
        await loadPlaces();
        const result = await runPage(database, distanceMeasures, { view, pool }, { mode, settings });
        for (const state of Object.values(result.figures)) {
          if (state.state === 'error') throw state.error;
          const { figure } = state;
          expect(figure.headline).toMatch(/^[A-Z0-9].*[^.]$/);
          expect(figure.headline).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
          for (const table of [figure.table, ...Object.values(figure.extra)]) {
            for (const row of table.rows) {
              for (const { name } of table.columns) {
                const cell = row[name];
                expect(cell, `${figure.id}.${name}`).not.toBeUndefined();
                if (typeof cell === 'number') expect(Number.isFinite(cell), `${figure.id}.${name}`).toBe(true);
                if (isWithheld(cell)) expect(cell.reason).not.toBe('');
              }
            }
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});
