/** A shipped or kept pool brings its rows without the list of places: this file never loads it. */
import { expect, test } from 'vitest';
import { distanceCentre } from '@/lib/measure/distance/centre';
import { distanceFlows } from '@/lib/measure/distance/flow';
import type { PoolRow } from '../pool-row';
import { read } from '../read';
import { testPool } from '../support';

const row = (placementLocation: string | null, placement_la: string | null): PoolRow => ({
  la_code: 'E06000066',
  placementType: 'Foster',
  placementDate: '2026-01-10',
  other: { homeDistrict: 'EX1', home_la: 'E10000008', placementLocation, placement_la },
});

test('the distance from the authority’s centre waits for the list of places', async () => {
  const pool = await testPool([row('TA1', 'E06000066'), row('TA1', 'E06000066'), row(null, null)]);
  const rows = (await read(distanceCentre, pool)).table.rows;
  expect(rows.at(-1)).toMatchObject({ centreBand: 'Placement location not known', k: 1, n: 3 });
});

test('a flow within one authority says how far it is, whether or not files were read in this tab', async () => {
  const pool = await testPool([row('TA1', 'E06000066')]);
  expect((await read(distanceFlows, pool)).table.rows).toMatchObject([{ to: 'TA1', distance: '26 miles' }]);
});

test('a district of PO boxes is nowhere, as on the rest of the page', async () => {
  const pool = await testPool([row('NW1W', null), row('TA1', 'E06000066')]);
  const rows = (await read(distanceCentre, pool)).table.rows;
  expect(rows.at(-1)).toMatchObject({ centreBand: 'Placement location not known', k: 1, n: 2 });
});
