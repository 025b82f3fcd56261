import { expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import type { Anchor, Chart } from '@/lib/figure/figure';
import { anchorChoices, bandAnchors } from '@/lib/measure/distance/anchor';
import { distanceBands } from '@/lib/measure/distance/bands';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { distanceByLa, distanceTrend } from '@/lib/measure/distance/over-20';
import { distanceLocality } from '@/lib/measure/distance/type';
import { dfeBands } from '@/lib/place/band';
import { publishedShares } from '@/lib/place/published';
import { settings } from '../support';
import { ran } from './support';

const anchorsOf = (chart: Chart | undefined): readonly Anchor[] =>
  chart && 'anchors' in chart ? (chart.anchors ?? []) : [];

const placed = Array.from({ length: 20 }, () => ({ placementType: 'Foster' as const, distanceMiles: 4 }));

test('every published share drawn says whom, when and from where, and is one that can be chosen', async () => {
  const ids = anchorChoices.map(({ id }) => id) as readonly string[];
  let found = 0;
  for (const measure of distanceMeasures) {
    const { draft } = await ran(measure, placed);
    for (const anchor of draft.charts.flatMap(anchorsOf)) {
      found += 1;
      expect(ids).toContain(anchor.id);
      const own = publishedShares.filter(({ id }) => id.startsWith(anchor.id));
      expect(own.length).toBeGreaterThan(0);
      for (const { group, date } of own) expect(anchor.label).toBe(`${group}, ${date}`);
      expect(own.filter(({ source }) => anchor.words.endsWith(`Source: ${source}.`)).length).toBeGreaterThan(0);
    }
  }
  expect(found).toBeGreaterThan(5);
});

test('bands are set beside shares of all, and the share over 20 miles beside that of distances known', async () => {
  for (const group of ['new', 'all']) {
    const bands = [`${group}-within-20`, `${group}-over-20`, `${group}-unknown`];
    const shares = bands.map((id) => publishedShares.find((one) => one.id === id)?.share);
    const own = bandAnchors.find(({ id }) => id === group);
    expect(own?.at).toEqual({ [dfeBands[0]]: shares[0], [dfeBands[1]]: shares[1], [dfeBands[2]]: shares[2] });
  }
  for (const measure of [distanceByLa, distanceTrend]) {
    const { draft } = await ran(measure, placed);
    const [fresh, whole, homes] = anchorsOf(draft.charts[0]);
    expect(fresh?.at).toBeCloseTo(21 / 88, 9);
    expect(fresh?.words).toContain('They count every new placement of the year');
    // 18 of every 94 whose distance is known; 5 in 100 are not.
    expect(whole?.at).toBeCloseTo(18 / 94, 9);
    expect(whole?.words).toContain(
      '18% are placed more than 20 miles from home, which is 19% of those whose distance is known',
    );
    expect(homes?.at).toBe(0.49);
  }
  const { draft } = await ran(distanceLocality, placed);
  expect(anchorsOf(draft.charts[0])).toMatchObject([
    { id: 'all', at: {} },
    { id: 'homes', at: {} },
    { id: 'south-west', at: {} },
  ]);
});

test('what is published elsewhere stays as it is in the sharing view, whatever is hidden of the pool', async () => {
  const { draft } = await ran(distanceBands, placed.slice(0, 3));
  const shown = protect(draft, 'sharing', settings);
  expect(shown.charts).toEqual(draft.charts);
  expect(anchorsOf(shown.charts[0])).toHaveLength(3);
});
