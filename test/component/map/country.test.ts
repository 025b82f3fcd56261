import { expect, test } from 'vitest';
import { spotOf } from '@/components/map/country';
import { drawingOf, landOf } from '@/components/map/land';
import { loadPlaces } from '@/lib/place/places';

test('the land is one closed outline for every district that is a place, none reaching far beyond it', async () => {
  const places = await loadPlaces();
  const outlines = drawingOf(landOf(places), new Set()).rest.split('Z').filter(Boolean);
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

test('an authority’s land is drawn apart from the rest, within its borders', async () => {
  const land = landOf(await loadPlaces());
  const devon = 'E10000008';
  const { own, rest, borders } = drawingOf(land, new Set([devon]));
  const all = drawingOf(land, new Set()).rest;
  expect(own.length).toBeGreaterThan(1000);
  expect(own.length + rest.length).toBe(all.length);
  const neighbours = land.borders.filter(({ between }) => between.includes(devon)).flatMap(({ between }) => between);
  // Cornwall, Plymouth, Torbay, Somerset and Dorset.
  expect(new Set(neighbours)).toEqual(
    new Set([devon, 'E06000052', 'E06000026', 'E06000027', 'E06000066', 'E06000059']),
  );
  expect(borders.startsWith('M')).toBe(true);
  // Nothing is drawn across the sea: a border is no longer than a district reaches.
  for (const { line } of land.borders) {
    const [from = [], to = []] = line
      .slice(1)
      .split('L')
      .map((end) => end.split(' ').map(Number));
    expect(Math.hypot((from[0] ?? 0) - (to[0] ?? 0), (from[1] ?? 0) - (to[1] ?? 0))).toBeLessThan(44);
  }
});
