import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithheld } from '@/lib/figure/figure';
import { needsFigures, overviewFigures } from '@/lib/measure/figures';
import { allMeasures } from '@/lib/measure/registry';
import { runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import { poolRows } from './pool-row';
import { settings, testPool } from './support';

const views: readonly View[] = [
  defaultView,
  { ...defaultView, period: { kind: 'last', months: 12 } },
  { ...defaultView, authorities: ['E06000066'], compare: { kind: 'rest' } },
  { ...defaultView, compare: { kind: 'authority', code: 'E10000008' }, sought: ['Foster'] },
  { ...defaultView, compare: { kind: 'none' }, period: { kind: 'months', from: '2030-01', to: '2030-06' } },
];

describe('every figure', () => {
  it('has one id, and a definition in words', () => {
    const ids = allMeasures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { definition } of allMeasures)
      for (const part of Object.values(definition)) expect(part.length).toBeGreaterThan(3);
  });

  it('is true to its columns, speaks in a sentence and never breaks, for any pool, view and mode', async () => {
    await fc.assert(
      fc.asyncProperty(
        poolRows,
        fc.constantFrom(...views),
        fc.constantFrom('working', 'sharing'),
        async (rows, view, mode) => {
          const { database, pool } = await testPool(rows);
          for (const measures of [needsFigures, overviewFigures]) {
            const result = await runPage(database, measures, { view, pool }, { mode, settings });
            for (const state of Object.values(result.figures)) {
              if (state.state === 'error') throw state.error;
              const { figure } = state;
              expect(figure.headline).toMatch(/^[A-Z0-9].*[^.]$/);
              expect(figure.headline).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
              expect(figure.subtitle).not.toMatch(/NaN|undefined|\[object/);
              expect(figure.restsOn).toMatch(/^$|^Rests on .*\.$/);
              const left = figure.exclusions.filter(({ counted }) => !counted).map(({ n }) => n);
              if (mode === 'working')
                expect(
                  [figure.n, ...left].reduce((sum: number, n) => sum + Number(n), 0),
                  figure.id,
                ).toBeLessThanOrEqual(rows.length);
              for (const table of [figure.table, ...Object.values(figure.extra)])
                for (const row of table.rows)
                  for (const { name } of table.columns) {
                    const cell = row[name];
                    expect(cell, `${figure.id}.${name}`).not.toBeUndefined();
                    if (typeof cell === 'number') expect(Number.isFinite(cell), `${figure.id}.${name}`).toBe(true);
                    if (isWithheld(cell)) expect(cell.reason).not.toBe('');
                  }
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
