import { expect, test } from 'vitest';
import { landPath, spotOf } from '@/components/map/country';
import { loadPlaces } from '@/lib/place/places';

test('the land is one closed outline for every district that is a place, none reaching far beyond it', async () => {
  const places = await loadPlaces();
  const outlines = landPath(places).split('Z').filter(Boolean);
  const drawn = [...places.districts.values()].filter(({ boxes }) => !boxes);
  expect(outlines).toHaveLength(drawn.length);
  outlines.forEach((outline, index) => {
    const district = drawn[index];
    if (!district) throw new Error('more outlines than districts');
    const middle = spotOf(district);
    const corners = outline.slice(1).split('L');
    expect(corners.length).toBeGreaterThan(2);
    for (const corner of corners) {
      const [x = Number.NaN, y = Number.NaN] = corner.split(' ').map(Number);
      expect(Math.hypot(x - middle.x, y - middle.y)).toBeLessThan(22.2);
    }
  });
});
