import { describe, expect, test } from 'vitest';
import { southWest } from '@/data/generate/authorities';
import { firstDay, isoDay } from '@/data/generate/calendar';
import { chosen, published } from '@/data/generate/calibration';
import type { CanonicalRow, PlacementType } from '@/data/generate/row';
import { sampleFiles } from '@/data/generate/sample';

const rows = sampleFiles().flatMap((file) => file.rows);
const placed = rows.filter((row) => row.placementType !== null);
const of = (type: PlacementType) => placed.filter((row) => row.placementType === type);
const residential = of('Residential');

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (some: readonly CanonicalRow[], test: (row: CanonicalRow) => boolean | null) =>
  some.filter((row) => test(row)).length / some.length;
const costs = (some: readonly CanonicalRow[], year: 0 | 1) =>
  some
    .filter((row) => row.placementDay !== null && (isoDay(row.placementDay) < '2025-04-01' ? 0 : 1) === year)
    .flatMap((row) => row.totalWeeklyCost ?? []);
const miles = (some: readonly CanonicalRow[]) => some.flatMap((row) => row.miles ?? []);
const farther = (some: readonly CanonicalRow[]) =>
  miles(some).filter((value) => value > 20).length / miles(some).length;

function between(value: number, [low, high]: readonly [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

describe('cost, £ a week', () => {
  test('placements of 2024-25 cost the published South West unit costs within 4 %', () => {
    expect(Math.abs(mean(costs(residential, 0)) / published.residentialWeekly - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean(costs(of('Foster'), 0)) / published.fosterWeekly - 1)).toBeLessThan(0.04);
  });

  test('each authority with 20 placements of a type in 2024-25 is within 15 % of its own published unit cost', () => {
    for (const { code, name, residential: home, foster } of southWest) {
      const own = placed.filter((row) => row.authority === code);
      for (const [type, unit] of [['Residential', home] as const, ['Foster', foster] as const]) {
        const paid = costs(
          own.filter((row) => row.placementType === type),
          0,
        );
        if (paid.length >= 20) expect(Math.abs(mean(paid) / unit - 1), `${name}, ${type}`).toBeLessThan(0.15);
      }
    }
  });

  test('residential prices grow by 3 to 9 % from one year to the next (published: 6.4 %)', () => {
    between(mean(costs(residential, 1)) / mean(costs(residential, 0)), [1.03, 1.09]);
  });

  test('supported accommodation costs £1,200 to £1,822 on average, skewed, within the range Lincolnshire published', () => {
    const paid = costs(of('Supported Accommodation'), 0).sort((one, other) => one - other);
    between(mean(paid), [1200, published.supportedWeekly]);
    expect(paid[Math.floor(paid.length / 2)]).toBeLessThan(mean(paid) * 0.92);
    between(paid[Math.floor(paid.length * 0.01)] ?? 0, [published.supportedRange[0], 700]);
    expect(paid[Math.floor(paid.length * 0.99)]).toBeLessThan(published.supportedRange[1]);
  });

  test('independent fostering costs about a quarter more than its last published average; an authority’s own, far less', () => {
    const foster = of('Foster');
    const own = mean(
      costs(
        foster.filter((row) => row.providerSector === 'Local Authority'),
        0,
      ),
    );
    const agency = mean(
      costs(
        foster.filter((row) => row.providerSector !== 'Local Authority'),
        0,
      ),
    );
    between(agency / published.independentFosterWeekly[0], [1.1, 1.4]);
    expect(agency / own).toBeGreaterThan(1.4);
  });

  test('some children’s homes cost more than £10,000', () => {
    between(
      share(residential, (row) => (row.totalWeeklyCost ?? 0) > 10_000),
      [0.12, 0.28],
    );
  });

  test('children’s homes are private about as often as Ofsted says', () => {
    const sectors = new Map(residential.map((row) => [row.providerURN, row.providerSector]));
    sectors.delete('Unregistered');
    const privately = [...sectors.values()].filter((sector) => sector === 'Private').length / sectors.size;
    expect(Math.abs(privately - published.privateHomes)).toBeLessThan(0.05);
  });
});

describe('distance from home', () => {
  test('children in homes: the published shares over 20 miles and out of area within 5 points, the mean within 8 miles', () => {
    expect(Math.abs(farther(residential) - published.residentialOver20Miles)).toBeLessThan(0.05);
    const out = share(residential, (row) => row.outOfAuthority);
    expect(Math.abs(out - published.residentialOutOfAuthority)).toBeLessThan(0.05);
    expect(Math.abs(mean(miles(residential)) - published.residentialMeanMiles)).toBeLessThan(8);
  });

  test('all placements: the share within 20 miles and the mean are near the national ones', () => {
    between(1 - farther(placed), chosen.within20Miles);
    expect(Math.abs(mean(miles(placed)) - published.allMeanMiles)).toBeLessThan(4);
    between(
      share(rows, (row) => row.homeDistrict === null),
      chosen.unknownHome,
    );
  });

  test('some placements are over the border in Wales', () => {
    between(placed.filter((row) => /^(NP|CF|SA|LD|LL)\d/.test(row.placementLocation ?? '')).length, [10, 300]);
  });
});

describe('what is sought and found', () => {
  test('types are mixed as placements are', () => {
    between(of('Foster').length / placed.length, chosen.fosterShare);
    between(residential.length / placed.length, chosen.residentialShare);
    between(of('Supported Accommodation').length / placed.length, chosen.supportedShare);
    between(1 - placed.length / rows.length, chosen.noPlacement);
  });

  test('displacement from foster care to homes grows', () => {
    const sought = placed.filter(
      ({ suitability }) =>
        suitability.Foster === 'Preferred' &&
        suitability.Residential !== 'Preferred' &&
        suitability['Supported Accommodation'] !== 'Preferred',
    );
    const year = (index: number) =>
      sought.filter(({ referralDay }) => Math.floor((referralDay - firstDay) / 365) === index);
    const displaced = (some: readonly CanonicalRow[]) => share(some, (row) => row.placementType === 'Residential');
    between(displaced(year(0)), chosen.displacedFirstYear);
    expect(displaced(year(1)) - displaced(year(0))).toBeGreaterThan(0.02);
  });
});
