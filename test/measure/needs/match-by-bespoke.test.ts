import { describe, expect, it } from 'vitest';
import { isWithheld } from '@/lib/figure/figure';
import { matchRateByBespoke } from '@/lib/measure/needs/match-by-bespoke';
import { matchRate } from '@/lib/measure/needs/match-rate';
import { runPage } from '@/lib/measure/run';
import { defaultView } from '@/lib/view/view';
import type { PoolRow } from '../pool-row';
import { read } from '../read';
import { settings, testPool } from '../support';

const placement = (match: boolean, own: string | null): PoolRow => ({
  fosterCareSuitability: 'Preferred',
  placementType: match ? 'Foster' : 'Residential',
  referralDate: '2025-04-15',
  other: own === null ? {} : { bespoke: `{Funding stream=${own}}` },
});
const times = (n: number, row: PoolRow) => Array.from({ length: n }, () => row);
const rows = [
  ...times(12, placement(true, 'Joint')),
  ...times(8, placement(false, 'Joint')),
  ...times(30, placement(true, 'Council alone')),
  ...times(3, placement(true, 'Jo Smith')),
  ...times(2, placement(false, 'Jo Brown')),
  ...times(5, placement(false, null)),
];

describe('the match rate by a bespoke column', () => {
  it('gives k and n of each value, values of few records together, and blanks by themselves', async () => {
    const test = await testPool(rows);
    const figure = await read(matchRateByBespoke('Funding stream'), test);
    expect(figure.table.rows.map(({ value, k, n }) => [value, k, n])).toEqual([
      ['Council alone', 30, 30],
      ['Joint', 12, 20],
      ['Values of fewer than 10 records', 3, 5],
      ['Nothing in this column', 0, 5],
    ]);
    const whole = await read(matchRate, test);
    expect(figure.n).toBe(whole.n);
    expect(figure.headline).toBe(whole.headline);
    expect(figure.title).toContain('by “Funding stream”');
    expect(figure.subtitle).toContain('a column of the files’ own');
  });

  it('never says a value that few records have, nor a small number in the sharing view', async () => {
    const { database, pool } = await testPool(rows);
    const measure = matchRateByBespoke('Funding stream');
    const { figures } = await runPage(database, [measure], { view: defaultView, pool }, { mode: 'sharing', settings });
    const state = figures[measure.id];
    if (state?.state !== 'ready') throw new Error('Not worked out');
    expect(JSON.stringify(state.figure)).not.toMatch(/Smith|Brown/);
    for (const { k, n } of state.figure.table.rows)
      for (const cell of [k, n]) expect(isWithheld(cell) || cell === 0 || Number(cell) >= 5).toBe(true);
  });

  it('is all blank for a column no file has', async () => {
    const figure = await read(matchRateByBespoke('x'), await testPool(rows));
    expect(figure.table.rows.map(({ value, n }) => [value, n])).toEqual([['Nothing in this column', 60]]);
  });
});
