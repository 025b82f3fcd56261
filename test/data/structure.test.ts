import { expect, test } from 'vitest';
import { chosen } from '@/data/generate/calibration';
import { type CanonicalRow, type PlacementType, riskCount, riskNames } from '@/data/generate/row';
import { sampleFiles } from '@/data/generate/sample';
import { placementTypes } from '@/data/generate/suitability';

const rows = sampleFiles().flatMap((file) => file.rows);
const placed = rows.filter((row) => row.placementType !== null);
const preferred = ({ suitability }: CanonicalRow) => placementTypes.filter((type) => suitability[type] === 'Preferred');
const wanted = placed.filter((row) => preferred(row).length > 0);
const matched = (some: readonly CanonicalRow[]) =>
  some.filter((row) => row.placementType !== null && row.suitability[row.placementType] === 'Preferred').length /
  some.length;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('four in five get a preferred type; several types and none are preferred now and then', () => {
  expect(matched(wanted)).toBeGreaterThan(chosen.matchRate[0]);
  expect(matched(wanted)).toBeLessThan(chosen.matchRate[1]);
  const several = rows.filter((row) => preferred(row).length > 1).length / rows.length;
  const none = rows.filter((row) => preferred(row).length === 0).length / rows.length;
  expect([several > 0.03 && several < 0.08, none > 0.02 && none < 0.05]).toEqual([true, true]);
});

test('a child needed today is harder to place, and so is one for whom a solo placement is sought in foster care', () => {
  const of = (test: (row: CanonicalRow) => boolean) => matched(wanted.filter(test));
  expect(of((row) => row.neededBy === 'Today')).toBeLessThan(of((row) => row.neededBy === '> 5 days') - 0.02);
  const foster = wanted.filter((row) => preferred(row).join() === 'Foster');
  const solo = (row: CanonicalRow) => row.livingCompanions === 'Solo placement recommended';
  expect(matched(foster.filter(solo))).toBeLessThan(matched(foster.filter((row) => !solo(row))) - 0.08);
});

test('risks come together: most children have none or one, a few have many', () => {
  const counts = rows.map(riskCount);
  const variance = mean(counts.map((count) => (count - mean(counts)) ** 2));
  expect(variance).toBeGreaterThan(2 * mean(counts));
  const higher = rows.filter((row) => riskCount(row) >= 4 || row.deprivationOfLiberty).length / rows.length;
  expect(higher).toBeGreaterThan(0.1);
  expect(higher).toBeLessThan(0.22);
});

test('every risk is present somewhere and blank somewhere', () => {
  riskNames.forEach((name, index) => {
    expect(
      rows.some((row) => row.risks[index] === true),
      name,
    ).toBe(true);
    expect(
      rows.some((row) => row.risks[index] === null),
      name,
    ).toBe(true);
  });
});

test.each<PlacementType>(['Foster', 'Residential', 'Supported Accommodation'])(
  'greater need costs more: %s',
  (type) => {
    const cost = (test: (row: CanonicalRow) => boolean) =>
      mean(placed.filter((row) => row.placementType === type && test(row)).flatMap((row) => row.totalWeeklyCost ?? []));
    expect(cost((row) => riskCount(row) >= 4)).toBeGreaterThan(1.08 * cost((row) => riskCount(row) === 0));
  },
);

test('sibling groups are sometimes split; groups placed together share home and day', () => {
  const siblings = placed.filter((row) => (row.siblingCount ?? 0) > 0);
  const together = siblings.filter((row) => (row.siblingsPlacedTogether ?? 0) >= (row.siblingCount ?? 0)).length;
  expect(siblings.length / placed.length).toBeGreaterThan(0.15);
  expect(together / siblings.length).toBeGreaterThan(0.45);
  expect(together / siblings.length).toBeLessThan(0.8);
});

test('unregistered placements are few and mostly of children deprived of liberty', () => {
  const unregistered = placed.filter((row) => row.providerURN === 'Unregistered');
  expect(unregistered.length).toBeGreaterThan(15);
  expect(unregistered.length).toBeLessThan(80);
  expect(unregistered.filter((row) => row.deprivationOfLiberty).length / unregistered.length).toBeGreaterThan(0.5);
});

test('providers are fictional numbers, several hundred, many used by more than one authority', () => {
  const users = new Map<string, Set<string>>();
  for (const { providerURN, authority } of placed) {
    if (providerURN === null || providerURN === 'Unregistered') continue;
    expect(providerURN).toMatch(/^(99\d{5}|SC9\d{5})$/);
    users.set(providerURN, (users.get(providerURN) ?? new Set()).add(authority));
  }
  expect(users.size).toBeGreaterThan(330);
  expect([...users.values()].filter((used) => used.size >= 3).length).toBeGreaterThan(120);
});

test('one child in ten has several rows; education is disrupted less where the location was preferred', () => {
  const children = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.authority} ${row.childId}`;
    children.set(key, (children.get(key) ?? 0) + 1);
  }
  const several = [...children.values()].filter((count) => count > 1).length / children.size;
  expect(several).toBeGreaterThan(0.07);
  expect(several).toBeLessThan(0.15);
  const disrupted = (yes: boolean) =>
    mean(
      placed
        .filter((row) => row.isLocationPreferred === yes && row.educationDisrupted !== null)
        .map((row) => (row.educationDisrupted ? 1 : 0)),
    );
  expect(disrupted(false) - disrupted(true)).toBeGreaterThan(0.1);
});

test('a home outside the area is sought for one in ten, and where it is sought one is mostly found there', () => {
  const away = placed.filter((row) => !row.isPreferredLocationLocal);
  const outside = (some: readonly CanonicalRow[]) => some.filter((row) => row.outOfAuthority).length / some.length;
  expect(away.length / placed.length).toBeGreaterThan(0.06);
  expect(away.length / placed.length).toBeLessThan(0.14);
  expect(outside(away)).toBeGreaterThan(0.8);
  expect(outside(placed.filter((row) => row.isPreferredLocationLocal))).toBeLessThan(0.35);
  for (const row of rows) expect(row.outOfLAReason === null).toBe(row.isPreferredLocationLocal);
});
