/** Runs a distance measure over a small pool, unprotected, and offers the same rows to plain JavaScript. */
import fc from 'fast-check';
import type { Draft, TableRow } from '@/lib/figure/figure';
import { contextFor } from '@/lib/measure/context';
import { keptQuery } from '@/lib/measure/kept';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { loadPlaces } from '@/lib/place/places';
import { defaultView, type View } from '@/lib/view/view';
import { type DerivedRow, type PoolRow, poolRow } from '../pool-row';
import { testPool } from '../support';

export interface Ran {
  readonly draft: Draft;
  readonly rows: readonly DerivedRow[];
  readonly headline: string;
}

export const everything: View = { ...defaultView, compare: { kind: 'none' } };

export async function ran(measure: Measure, list: readonly PoolRow[], view: View = everything): Promise<Ran> {
  const { database, rows, pool } = await testPool(list);
  await loadPlaces();
  const context = contextFor(view, pool, measure.basis);
  await database.run(keptQuery(context, measure.columns));
  const found: Record<string, RowsByQuery[string]> = {};
  for (const [name, query] of Object.entries(measure.queries(context))) found[name] = await database.run(query);
  const draft = measure.draft(found, context);
  const extra = Object.fromEntries(Object.entries(draft.extra ?? {}).map(([name, { table }]) => [name, table]));
  return { draft, rows, headline: measure.headline({ table: draft.table, extra, n: draft.n }, context) };
}

const codes = ['E06000066', 'E06000023', 'E10000008', 'E08000025'];

/** Placements with every kind of distance, home and placement, beside all the rest a row may hold. */
export const distanceRow: fc.Arbitrary<PoolRow> = fc
  .tuple(
    poolRow,
    fc.record({
      placement_la: fc.option(fc.constantFrom(...codes), { nil: null, freq: 5 }),
      home_la: fc.option(fc.constantFrom(...codes), { nil: null, freq: 4 }),
      homeDistrict: fc.constantFrom('TA1', 'BS1', 'EX1', 'B1'),
      placementLocation: fc.constantFrom('TA1', 'BS14', 'EX4', 'PL1', 'B44'),
      distanceSigma: fc.constantFrom(0, 1.5, 4),
      distanceSource: fc.constantFrom('recorded', 'sector', 'district', 'SSDA903'),
      reason: fc.constantFrom('Home not recorded', 'Home is confidential', 'Unaccompanied asylum-seeking child'),
    }),
  )
  .map(([row, { reason, ...ends }]) => {
    const known = row.distanceMiles != null;
    const other = {
      ...ends,
      homeDistrict: ends.home_la === null ? null : ends.homeDistrict,
      placementLocation: ends.placement_la === null ? null : ends.placementLocation,
      distanceSigma: known ? ends.distanceSigma : null,
      distanceSource: known ? ends.distanceSource : 'none',
      distanceReason: known ? null : reason,
    };
    return { ...row, other };
  });

export const distanceRows = fc.array(distanceRow, { minLength: 0, maxLength: 150 });

export function cell(rows: readonly TableRow[], match: TableRow): TableRow | undefined {
  return rows.find((row) => Object.entries(match).every(([name, value]) => row[name] === value));
}

export const bandOf = (miles: number | null): number =>
  miles === null ? 5 : miles <= 5 ? 0 : miles <= 10 ? 1 : miles <= 20 ? 2 : miles <= 50 ? 3 : 4;
