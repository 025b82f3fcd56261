import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restsOn } from '@/lib/measure/basis';
import type { Context } from '@/lib/measure/context';
import { contextFor } from '@/lib/measure/context';
import { bearsOn, recordingOf } from '@/lib/measure/recording';
import { allMeasures } from '@/lib/measure/registry';
import { defaultView, type View } from '@/lib/view/view';
import type { PoolRow } from './pool-row';
import { testPool } from './support';

const somerset: PoolRow = { sourceId: 1, la_code: 'E06000066', placementType: 'Foster', totalWeeklyCost: 900 };
const birmingham: PoolRow = { ...somerset, sourceId: 2, la_code: 'E08000025', totalWeeklyCost: null };
const rows = [...Array.from({ length: 12 }, () => somerset), ...Array.from({ length: 12 }, () => birmingham)];

async function context(view: Partial<View> = {}): Promise<Context> {
  const { pool } = await testPool(rows, {
    sources: [
      { sourceId: 1, name: 'somerset.csv', risksNotAsked: ['riskEatingDisorder', 'riskMissing'] },
      { sourceId: 2, name: 'birmingham.csv', risksNotAsked: [] },
    ],
  });
  return contextFor({ ...defaultView, ...view }, pool, 'placement');
}
const badges = (id: string, from: Context) => recordingOf(id, from).map(({ badge }) => badge);

describe('what of the recording bears on a figure', () => {
  it('is said of figures that exist', () => {
    const ids = new Set(allMeasures.map(({ id }) => id));
    expect(Object.values(bearsOn).flatMap((list) => list.filter((id) => !ids.has(id)))).toEqual([]);
  });

  it('names risks never asked, in which file, where levels of need count', async () => {
    const [risk] = recordingOf('cost-by-band', await context());
    expect(risk?.badge).toBe('2 risks not asked in every file');
    expect(risk?.detail).toMatch(/^Never asked in somerset\.csv: .*[Ee]ating disorder.*missing/i);
    expect(badges('placed-rate', await context())).toEqual([]);
  });

  it('names files with few costs on figures of cost', async () => {
    expect(badges('cost-by-type', await context())).toEqual(['Few costs recorded']);
    expect(recordingOf('cost-by-type', await context())[0]?.detail).toContain('birmingham.csv');
  });

  it('says nothing of files that the view does not look at', async () => {
    expect(badges('cost-by-type', await context({ authorities: ['E06000066'] }))).toEqual([]);
    expect(badges('cost-by-band', await context({ regions: ['E12000005'] }))).toEqual(['Few costs recorded']);
  });

  it('says of every figure that a risk was never asked when the view is of children with a need', async () => {
    expect(badges('placed-rate', await context({ needs: ['riskMissing'] }))).toEqual([
      '2 risks not asked in every file',
    ]);
  });
});

describe('how much of the data a figure rests on', () => {
  const hidden = { symbol: 'c', reason: 'Too small' } as const;
  it.each([
    ['everything', 40, [], 'Rests on all 40 records.'],
    [
      'some of it',
      40,
      [
        { label: 'a', n: 10 },
        { label: 'b', n: 0 },
      ],
      'Rests on 40 of 50 records (80%).',
    ],
    ['nearly all of it', 999, [{ label: 'a', n: 1 }], 'Rests on 999 of 1,000 records (over 99%).'],
    ['what is counted all the same', 40, [{ label: 'small flows', n: 9, counted: true }], 'Rests on all 40 records.'],
    ['nothing', 0, [{ label: 'a', n: 9 }], ''],
  ] as const)('%s', (_what, n, exclusions, words) => expect(restsOn(n, exclusions, 'working')).toBe(words));

  it('gives no hidden number away', () => {
    expect(restsOn(hidden, [{ label: 'a', n: 10 }], 'sharing')).toBe('');
    const said = (n: number) =>
      restsOn(
        40,
        [
          { label: 'a', n: 10 },
          { label: 'b', n: n < 5 ? hidden : n },
        ],
        'sharing',
      );
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), (n) => said(n) === said(1)));
    expect(said(1)).toBe('Rests on 40 of more than 50 records.');
  });
});
