import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { isWithheld } from '@/lib/figure/figure';
import { distanceCentre } from '@/lib/measure/distance/centre';
import { distanceCertainty } from '@/lib/measure/distance/certainty';
import { distanceCost } from '@/lib/measure/distance/cost';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { distanceFlows } from '@/lib/measure/distance/flow';
import { distanceIncoming } from '@/lib/measure/distance/incoming';
import { distanceByNeed } from '@/lib/measure/distance/need';
import { distanceByPreference, distanceOutOfArea } from '@/lib/measure/distance/out-of-area';
import { distanceSources } from '@/lib/measure/distance/source';
import { distanceSpread } from '@/lib/measure/distance/spread';
import { chanceOver, shareBandOf } from '@/lib/method/distance-share';
import { quantiles } from '@/lib/method/quantile';
import { authorityCentres } from '@/lib/place/centre';
import { districtJourney } from '@/lib/place/journey';
import { milesBetween } from '@/lib/place/locate';
import { loadPlaces } from '@/lib/place/places';
import { needFlags } from '@/lib/standard/needs';
import type { PoolRow } from '../pool-row';
import { settings } from '../support';
import { bandOf, cell, distanceRows, everything, ran } from './support';

const runs = { numRuns: 10 };
const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);

test('every figure of the page has a definition and survives an empty pool', async () => {
  expect(new Set(distanceMeasures.map(({ id }) => id)).size).toBe(distanceMeasures.length);
  for (const measure of distanceMeasures) {
    expect(measure.definition.words.length).toBeGreaterThan(40);
    const { draft, headline } = await ran(measure, []);
    expect([measure.id, draft.n]).toEqual([measure.id, 0]);
    expect(headline.length).toBeGreaterThan(5);
  }
});

test('children with a need beside those without it; not recorded is in neither', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceByNeed, list);
      const placed = rows.filter((row) => row.placed);
      const arm = (flag: (typeof needFlags)[number]['name'], value: boolean) => {
        const own = placed.filter((row) => row.needs[flag] === value && row.distanceMiles !== null);
        return { k: own.filter((row) => bandOf(row.distanceMiles) >= 3).length, n: own.length };
      };
      for (const { name } of needFlags) {
        const [yes, no] = [arm(name, true), arm(name, false)];
        const unknownN = placed.filter((row) => row.needs[name] === null && row.distanceMiles !== null).length;
        const found = cell(draft.table.rows, { need: name });
        expect(found).toMatchObject({ ...yes, withoutK: no.k, withoutN: no.n, unknownN });
      }
    }),
    runs,
  );
});

test('sought and made outside the area, and the preferred location', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceOutOfArea, list);
      const placed = rows.filter((row) => row.placed);
      const somewhere = placed.filter((row) => row.placement_la !== null);
      expect(sum(draft.table.rows.map((row) => row.n))).toBe(somewhere.length);
      expect(draft.n).toBe(somewhere.length);
      expect(sum(draft.exclusions.map(({ n }) => n))).toBe(rows.length - somewhere.length);
      const outside = somewhere.filter((row) => row.placement_la !== row.la_code);
      const asked = outside.filter((row) => row.isPreferredLocationLocal !== null);
      const notSought = asked.filter((row) => row.isPreferredLocationLocal);
      expect(draft.extra?.notSought?.table.rows[0]).toMatchObject({ k: notSought.length, n: asked.length });
      const court = somewhere.filter(
        (row) => row.isPreferredLocationLocal === false && row.outOfLAReason === 'Court order',
      );
      const line = draft.table.rows.filter((row) => row.soughtPlace === 'Sought outside: court order');
      expect(sum(line.map((row) => row.n))).toBe(court.length);

      const preference = await ran(distanceByPreference, list);
      const far = placed.filter((row) => row.isLocationPreferred === false && bandOf(row.distanceMiles) === 4);
      const found = cell(preference.draft.table.rows, {
        preference: 'Not in the preferred location',
        distanceBand: 'More than 50 miles',
      });
      expect(Number(found?.n ?? 0)).toBe(far.length);
    }),
    runs,
  );
});

test('quantiles of distance and of cost by distance are those of the listed values', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceSpread, list);
      const cost = await ran(distanceCost, list);
      for (const secured of ['Foster', 'Residential']) {
        const own = rows.filter((row) => row.secured === secured);
        const miles = own.flatMap((row) => (row.distanceMiles === null ? [] : [row.distanceMiles]));
        const [q1, median] = quantiles(miles, [0.25, 0.5]);
        const found = cell(draft.table.rows, { secured });
        expect(found?.n).toBe(miles.length);
        if (miles.length >= 5) expect(Number(found?.median)).toBeCloseTo(Number(median), 9);
        if (miles.length > 0) expect(Number(found?.mean)).toBeCloseTo(sum(miles) / miles.length, 9);
        if (miles.length >= 10) expect(Number(found?.q1)).toBeCloseTo(Number(q1), 9);
        const near = own
          .filter((row) => row.costOK && bandOf(row.distanceMiles) === 0)
          .map((row) => Number(row.totalWeeklyCost));
        const line = cell(cost.draft.table.rows, { secured, distanceBand: 'Up to 5 miles' });
        expect(Number(line?.n ?? 0)).toBe(near.length);
        if (near.length > 0) expect(Number(line?.mean)).toBeCloseTo(sum(near) / near.length, 2);
        if (near.length >= 5) expect(Number(line?.median)).toBeCloseTo(Number(quantiles(near, [0.5])[0]), 2);
      }
    }),
    runs,
  );
});

test('no mean of fewer than five placements is shared', async () => {
  const few = Array.from(
    { length: 3 },
    (): PoolRow => ({ placementType: 'Foster', distanceMiles: 4.2, totalWeeklyCost: 700 }),
  );
  for (const measure of [distanceSpread, distanceCost]) {
    const { draft } = await ran(measure, few);
    const own = (table: typeof draft.table) => cell(table.rows, { secured: 'Foster' });
    expect(own(draft.table)?.mean).toBeCloseTo(measure === distanceCost ? 700 : 4.2, 9);
    expect(own(protect(draft, 'sharing', settings).table)?.mean).toSatisfy(isWithheld);
  }
});

test('the band of certainty is that of each placement’s own chance', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceCertainty, list);
      const known = rows.filter((row) => row.placed && row.distanceMiles !== null);
      const exact = shareBandOf(
        known.map((row) => ({ p: chanceOver(Number(row.distanceMiles), Number(row.distanceSigma)) })),
      );
      const total = draft.extra?.total?.table.rows[0];
      expect(total?.n).toBe(known.length);
      if (exact === null) return;
      expect(Number(total?.expected)).toBeCloseTo(exact.share, 2);
      expect(Number(total?.lower)).toBeCloseTo(exact.lower, 2);
      expect(Number(total?.upper)).toBeCloseTo(exact.upper, 2);
    }),
    runs,
  );
});

test('where distances come from, and every reason for not knowing', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows } = await ran(distanceSources, list);
      const placed = rows.filter((row) => row.placed);
      expect(sum(draft.table.rows.map((row) => row.k))).toBe(placed.length);
      const unknown = placed.filter((row) => row.distanceSource === 'none');
      expect(cell(draft.table.rows, { distanceSource: 'Not known' })?.k).toBe(unknown.length);
      for (const row of draft.extra?.reasons?.table.rows ?? []) {
        expect(row.k).toBe(unknown.filter((one) => one.distanceReason === row.reason).length);
      }
    }),
    runs,
  );
});

describe('from where to where', () => {
  test('flows by home authority, by home district with one authority, and never mixed with the placing authority', async () => {
    await fc.assert(
      fc.asyncProperty(distanceRows, async (list) => {
        for (const view of [everything, { ...everything, authorities: ['E06000066'] }]) {
          const { draft, rows } = await ran(distanceFlows, list, view);
          const own = rows.filter(
            (row) => row.placed && row.placement_la !== null && (view === everything || row.la_code === 'E06000066'),
          );
          const withHome = own.filter((row) => row.home_la !== null);
          const single = view !== everything || new Set(rows.map((row) => row.la_code)).size === 1;
          const start = withHome.length === 0 ? 'la_code' : single ? 'homeDistrict' : 'home_la';
          const expected = new Map<string, number>();
          for (const row of withHome.length === 0 ? own : withHome) {
            const key = `${row[start]}>${row.placementLocation}`;
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
          const large = [...expected].filter(([, n]) => n >= 5);
          const drawn = new Map(large.length > 0 ? large : expected);
          expect(new Map(draft.table.rows.map((row) => [`${row.from}>${row.to}`, row.n]))).toEqual(drawn);
          const left = draft.exclusions.find(({ label }) => label.startsWith('Flows of fewer'))?.n ?? 0;
          expect(sum([...drawn.values()]) + left).toBe(draft.n);
          expect(draft.warnings.length).toBe(withHome.length === 0 ? 1 : 0);
        }
      }),
      runs,
    );
  });

  test('the working view lists every flow and leaves none out; the sharing view only those of five or more', async () => {
    const placed = (home: string, to: string, area: string) => ({
      la_code: 'E06000066',
      placementType: 'Foster' as const,
      other: { home_la: home, homeDistrict: 'TA1', placementLocation: to, placement_la: area },
    });
    const small = Array.from({ length: 450 }, (_, at) =>
      placed(
        'E06000066',
        `${'ABCDE'[at % 5]}${'ABCDEFGHIJ'[Math.floor(at / 45)]}${Math.floor(at / 5) % 9}`,
        'E06000023',
      ),
    );
    const list = [...Array.from({ length: 6 }, () => placed('E06000066', 'TA1', 'E06000066')), ...small];
    const many = [
      ...list,
      placed('E06000066', 'BS1', 'E06000023'),
      { ...placed('E06000066', 'BS1', 'E06000023'), la_code: 'E10000008' },
    ];
    const { draft, rows } = await ran(distanceFlows, many);
    const expected = new Map<string, number>();
    for (const row of rows) {
      const key = `${row.home_la}>${row.placementLocation}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const exact = protect(draft, 'working', settings);
    expect(expected.size).toBeGreaterThan(400);
    expect(new Map(exact.table.rows.map((row) => [`${row.from}>${row.to}`, row.n]))).toEqual(expected);
    expect(exact.exclusions).toEqual([]);
    expect(exact.n).toBe(many.length);
    const shared = protect(draft, 'sharing', settings);
    expect(shared.table.rows.map(({ to, n }) => [to, n])).toEqual([['TA1', 5]]);
    expect(shared.exclusions.map(({ label }) => label)).toEqual([
      'Flows of fewer than 5 placements, or beyond the 400 largest',
    ]);

    const incoming = (await ran(distanceIncoming, many)).draft;
    expect(protect(incoming, 'working', settings).table.rows.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['E06000066', 'E06000023', 451],
      ['E10000008', 'E06000023', 1],
    ]);
    expect(protect(incoming, 'sharing', settings).table.rows.map(({ from, n }) => [from, n])).toEqual([
      ['E06000066', 450],
    ]);
  });

  test('incoming: placed in the chosen authority by others, whatever the view’s own children', async () => {
    await fc.assert(
      fc.asyncProperty(distanceRows, async (list) => {
        const { draft, rows } = await ran(distanceIncoming, list, { ...everything, authorities: ['E06000023'] });
        const own = rows.filter((row) => row.placed && row.placement_la === 'E06000023' && row.la_code !== 'E06000023');
        expect(draft.n).toBe(own.length);
        for (const row of draft.table.rows) {
          expect(row.n).toBe(own.filter((one) => one.la_code === row.from).length);
          expect(row.to).toBe('E06000023');
        }
      }),
      runs,
    );
  });

  test('a journey within one district is never 0 miles', async () => {
    const places = await loadPlaces();
    expect(districtJourney('TA1', 'EX1', places)).toBe('26 miles');
    for (const code of places.districts.keys()) {
      expect(districtJourney(code, code, places)).toMatch(/^under [1-9]\d* miles?$/);
    }
    expect(districtJourney('TA1', 'ZZ1', places)).toBe('');
  });
});

test('the centre of the authority is its own figure, from the placement alone', async () => {
  await fc.assert(
    fc.asyncProperty(distanceRows, async (list) => {
      const { draft, rows, headline } = await ran(distanceCentre, list);
      const { districts } = await loadPlaces();
      const miles = (row: (typeof rows)[number]): number | null => {
        const [from, to] = [
          authorityCentres.find(({ code }) => code === row.la_code),
          districts.get(String(row.placementLocation)),
        ];
        return from && to ? milesBetween(from, to) : null;
      };
      const placed = rows.filter((row) => row.placed);
      draft.table.rows.forEach((line, band) => {
        expect(line.k).toBe(placed.filter((row) => bandOf(miles(row)) === band).length);
      });
      if (!headline.startsWith('Fewer') && !headline.startsWith('No')) expect(headline).toContain('not from home');
    }),
    runs,
  );
});
