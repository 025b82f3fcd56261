import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBands, distanceBandsFine } from '@/lib/measure/distance/bands';
import { distanceByLa, distanceOverTwenty, distanceTrend } from '@/lib/measure/distance/over-20';
import { distanceByType, distanceLocality } from '@/lib/measure/distance/type';
import { wilson } from '@/lib/method/wilson';
import { dfeBands, fineBands } from '@/lib/place/band';
import { bandOf, cell, distanceRows, everything, ran } from './support';

const runs = { numRuns: 12 };
const over = (miles: number | null) => miles !== null && miles > 20;
const types = ['Foster', 'Residential', 'Supported Accommodation'];

test('the three bands of DfE, of all placements and of those known', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceBands, list);
      const placed = rows.filter((row) => row.placed);
      const known = placed.filter((row) => row.distanceMiles !== null);
      const wanted = [
        known.filter((row) => !over(row.distanceMiles)).length,
        known.filter((row) => over(row.distanceMiles)).length,
        placed.length - known.length,
      ];
      expect(draft.table.rows.map((row) => row.distanceBand)).toEqual([...dfeBands]);
      expect(draft.table.rows.map((row) => row.k)).toEqual(wanted);
      expect(draft.table.rows.map((row) => row.n)).toEqual(Array(3).fill(placed.length));
      expect(draft.extra?.known?.table.rows.map((row) => [row.k, row.n])).toEqual(
        wanted.slice(0, 2).map((k) => [k, known.length]),
      );
      expect(draft.n).toBe(placed.length);
    }),
    runs,
  );
});

test('the finer bands nest in them, and types and places add up to the same', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const fine = await ran(distanceBandsFine, list);
      const byType = await ran(distanceByType, list);
      const byPlace = await ran(distanceLocality, list);
      const placed = fine.rows.filter((row) => row.placed);
      fineBands.forEach((distanceBand, band) => {
        const own = placed.filter((row) => bandOf(row.distanceMiles) === band);
        expect(fine.draft.table.rows[band]).toMatchObject({ distanceBand, k: own.length, n: placed.length });
        for (const secured of types) {
          const of = placed.filter((row) => row.secured === secured);
          const found = cell(byType.draft.table.rows, { secured, distanceBand });
          const n = of.filter((row) => bandOf(row.distanceMiles) === band).length;
          if (of.length > 0) expect(found).toMatchObject({ n, share: n / of.length });
          else expect(found).toBeUndefined();
        }
      });
      const inside = (row: (typeof placed)[number]) =>
        row.placement_la === null
          ? 'Placement location not known'
          : row.placement_la === row.la_code
            ? 'Inside the placing authority'
            : 'Outside the placing authority';
      for (const row of byPlace.draft.table.rows) {
        const own = placed.filter(
          (one) =>
            inside(one) === row.locality &&
            dfeBands[one.distanceMiles === null ? 2 : over(one.distanceMiles) ? 1 : 0] === row.distanceBand,
        );
        expect(row.n).toBe(own.length);
      }
      const sum = (rows: typeof byPlace.draft.table.rows) => rows.reduce((total, row) => total + Number(row.n), 0);
      expect(sum(byPlace.draft.table.rows)).toBe(placed.length);
      expect(sum(byType.draft.table.rows)).toBe(placed.length);
    }),
    runs,
  );
});

test('the rate over 20 miles, by type, authority and month, with its interval', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const [byType, byLa, trend] = [
        await ran(distanceOverTwenty, list),
        await ran(distanceByLa, list),
        await ran(distanceTrend, list),
      ];
      const known = byType.rows.filter((row) => row.placed && row.distanceMiles !== null);
      const expected = (own: typeof known) => {
        const k = own.filter((row) => over(row.distanceMiles)).length;
        return own.length === 0 ? { k, n: 0 } : { k, n: own.length, rate: k / own.length, ...wilson(k, own.length) };
      };
      for (const secured of types) {
        const own = known.filter((row) => row.secured === secured);
        expect(cell(byType.draft.table.rows, { secured })).toMatchObject(expected(own));
      }
      for (const row of byLa.draft.table.rows) {
        expect(row).toMatchObject(expected(known.filter((one) => one.la_code === row.la_code)));
        const placed = byLa.rows.filter((one) => one.placed && one.la_code === row.la_code);
        const unknown = placed.filter((one) => one.distanceMiles === null).length;
        const beside = cell(byLa.draft.extra?.unknown?.table.rows ?? [], { la_code: String(row.la_code) });
        expect(beside).toMatchObject({ k: unknown, n: placed.length });
      }
      for (const row of trend.draft.table.rows) {
        const month = Number(String(row.month).slice(0, 4)) * 12 + Number(String(row.month).slice(5)) - 1;
        expect(row).toMatchObject(expected(known.filter((one) => one.placementMonth === month)));
      }
    }),
    runs,
  );
});

describe('what the sentences say', () => {
  const row = (miles: number | null, extra = {}) => ({
    placementType: 'Residential' as const,
    distanceMiles: miles,
    other: { placement_la: 'E06000023', ...extra },
  });

  test('20.0 miles is not over 20, and what is not known is said', async () => {
    const list = [...Array(10).fill(row(20)), ...Array(10).fill(row(20.1)), ...Array(20).fill(row(null))];
    const { headline } = await ran(distanceBands, list);
    expect(headline).toBe(
      '25% of placements were more than 20 miles from home and 25% at most 20; for 50% the distance is not known',
    );
    const fine = await ran(distanceBandsFine, list);
    expect(fine.headline).toBe(
      '50% of placements with a known distance were more than 20 miles from home; distance is not known for 50%',
    );
  });

  test('outside the boundary', async () => {
    const list = [...Array(15).fill(row(3)), ...Array(5).fill(row(3, { placement_la: 'E06000066' }))];
    const { headline } = await ran(distanceLocality, list);
    expect(headline).toBe('75% of placements were outside the placing authority');
  });

  test('too few to say', async () => {
    const { headline } = await ran(distanceBands, [row(3)], everything);
    expect(headline).toContain('Fewer than 10');
  });
});
