import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldBack } from '@/lib/measure/cost/driver/cost-drivers-by-la';
import type { Explained } from '@/lib/measure/cost/driver/explain';

function area(name: string, nBefore: number, nAfter: number): Explained {
  return { area: name, name, exact: { nBefore, nAfter } as Explained['exact'], whiskers: null };
}

describe('amounts that add up to the region’s', () => {
  test('are all shown where no authority is too small', () => {
    expect(heldBack([area('Devon', 600, 700), area('Torbay', 200, 250)])).toEqual(new Set());
  });

  test('lose the smallest authority shown where the one left out has few placements: a subtraction would give its cost', () => {
    const areas = [area('Devon', 600, 700), area('Scilly', 3, 5), area('Torbay', 200, 250)];
    expect(heldBack(areas)).toEqual(new Set(['Torbay']));
  });

  test('are shown where those left out have many placements between them', () => {
    const areas = [area('Devon', 600, 700), area('Rutland', 12, 20), area('Scilly', 3, 5)];
    expect(heldBack(areas)).toEqual(new Set());
  });

  test('never leave fewer than ten placements to be told by subtraction, in either period', () => {
    const many = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 12 });
    fc.assert(
      fc.property(many, (sizes) => {
        const areas = sizes.map(([before, after], index) => area(String(index), before, after));
        const held = heldBack(areas);
        const out = areas.filter((one) => held.has(one.area) || Math.min(one.exact.nBefore, one.exact.nAfter) < 30);
        const sums = [
          out.reduce((sum, { exact }) => sum + exact.nBefore, 0),
          out.reduce((sum, { exact }) => sum + exact.nAfter, 0),
        ];
        const few = sums.some((sum) => sum > 0 && sum < 10);
        // Where even all of them together are few, nothing is shown at all.
        expect(!few || out.length === areas.length).toBe(true);
      }),
    );
  });
});
