import { beforeAll, describe, expect, it } from 'vitest';
import { roundedCount } from '@/lib/disclosure/round';
import { figureCsv } from '@/lib/export/csv';
import { isWithheld } from '@/lib/figure/figure';
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { needsFigures, overviewFigures } from '@/lib/measure/figures';
import type { Measure } from '@/lib/measure/measure';
import type { Mode } from '@/lib/measure/protection';
import { providerFigures } from '@/lib/measure/providers/figures';
import { runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import { recordsOf } from '../support/attacker';
import { attackFiles, type Files, isCount } from '../support/interval';
import { codeOf, limits, type SamplePool, samplePool } from './support/sample';

const pages: Readonly<Record<string, readonly Measure[]>> = {
  overview: overviewFigures,
  needs: needsFigures,
  cost: costMeasures,
  'like for like': likeForLikeMeasures,
  drivers: driverMeasures,
  distance: distanceMeasures,
  providers: providerFigures,
};

let sample: SamplePool;
beforeAll(async () => {
  sample = await samplePool();
});

async function filesOf(measures: readonly Measure[], view: View, mode: Mode): Promise<Files> {
  const options = { mode, settings: limits };
  const { figures } = await runPage(sample.database, measures, { view, pool: sample.facts }, options);
  return new Map(
    Object.entries(figures).flatMap(([id, state]) =>
      state.state === 'error' ? [] : [[id, recordsOf(figureCsv(state.figure))] as const],
    ),
  );
}

const viewOf = (name: string): View => ({ ...defaultView, authorities: [codeOf(sample, name)] });

describe('the files of a page under the exact interval attack', () => {
  it.each(['Torbay', 'Somerset', 'Isles of Scilly'])(
    'tell no number of 1 to 4 of %s to fewer than 5 steps by themselves, or 3 together',
    async (name) => {
      let tried = 0;
      for (const [page, measures] of Object.entries(pages)) {
        const [shared, exact] = [
          await filesOf(measures, viewOf(name), 'sharing'),
          await filesOf(measures, viewOf(name), 'working'),
        ];
        const attacked = attackFiles(shared, exact);
        expect({ page, ...attacked }).toMatchObject({ page, alone: [], together: [] });
        tried += attacked.tried;
      }
      expect(tried).toBeGreaterThan(100);
    },
  );

  it('would tell some where only the small numbers themselves were hidden, so the attack can succeed', async () => {
    const exact = await filesOf(needsFigures, viewOf('Torbay'), 'working');
    const naive = new Map(
      [...exact].map(([id, rows]) => [id, rows.map((row) => Object.fromEntries(Object.entries(row).map(naively)))]),
    );
    const { alone, together } = attackFiles(naive, exact);
    expect(alone.length).toBeGreaterThan(0);
    expect(together.length).toBeGreaterThan(0);
  });
});

function naively([name, cell]: readonly [string, string]): readonly [string, string] {
  if (!isCount(name) || cell === '') return [name, cell];
  const shown = roundedCount(Number(cell), limits);
  return [name, isWithheld(shown) ? '' : String(shown)];
}
