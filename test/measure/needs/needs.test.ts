import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNotice } from '@/lib/measure/needs/by-notice';
import { education } from '@/lib/measure/needs/education';
import { referralsTrend } from '@/lib/measure/needs/referrals-trend';
import { siblings } from '@/lib/measure/needs/siblings';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { unmetByNeed } from '@/lib/measure/needs/unmet-by-need';
import { type NeedFlag, needFlags } from '@/lib/standard/needs';
import { defaultView, type View } from '@/lib/view/view';
import { type DerivedRow, type PoolRow, poolRows } from '../pool-row';
import { read, rowOf } from '../read';
import { testPool } from '../support';

const everything: View = { ...defaultView, compare: { kind: 'none' } };
const eligible = (row: DerivedRow) => row.placed && row.preferred.length >= 1;

/** methods §1, written out again: Mantel–Haenszel over type sought. */
function ratio(rows: readonly DerivedRow[], need: NeedFlag): number | null {
  let top = 0;
  let bottom = 0;
  for (const sought of new Set(rows.map((row) => row.sought))) {
    const own = rows.filter((row) => row.sought === sought && row.needs[need] !== null);
    const yes = own.filter((row) => row.needs[need] === true);
    const no = own.filter((row) => row.needs[need] === false);
    if (yes.length === 0 || no.length === 0) continue;
    top += (yes.filter((row) => row.matched === false).length * no.length) / own.length;
    bottom += (no.filter((row) => row.matched === false).length * yes.length) / own.length;
  }
  return top > 0 && bottom > 0 ? top / bottom : null;
}

describe('unmet by need', () => {
  it('counts both arms and the unknown of all 23 needs, and finds the ratio by hand, for any pool', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, fc.boolean(), async (rows, packed) => {
        const test = await testPool(rows, { packed });
        const { table } = await read(unmetByNeed, test, everything);
        expect(table.rows.map((row) => row.need).sort()).toEqual(needFlags.map(({ name }) => name).sort());
        const own = test.rows.filter(eligible);
        for (const row of table.rows) {
          const need = row.need as NeedFlag;
          const arm = (value: boolean | null) => own.filter((one) => one.needs[need] === value);
          const unmet = (value: boolean) => arm(value).filter((one) => one.matched === false).length;
          expect([row.nYes, row.unmetYes, row.nNo, row.unmetNo, row.unknown], need).toEqual([
            arm(true).length,
            unmet(true),
            arm(false).length,
            unmet(false),
            arm(null).length,
          ]);
          const expected = ratio(own, need);
          if (expected === null) expect(row.rr).toMatchObject({ symbol: 'z' });
          else expect(row.rr).toBeCloseTo(expected, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  const child = (missing: boolean, matched: boolean): PoolRow => ({
    fosterCareSuitability: 'Preferred',
    placementType: matched ? 'Foster' : 'Residential',
    siblingCount: 0,
    needs: { riskMissing: missing },
  });
  const some = (n: number, missing: boolean, matched: boolean) =>
    Array.from({ length: n }, () => child(missing, matched));

  it('calls a need harder to place only with 10 in each arm and a q of at most 0.10', async () => {
    const strong = [
      ...some(20, true, false),
      ...some(5, true, true),
      ...some(10, false, false),
      ...some(60, false, true),
    ];
    const figure = await read(unmetByNeed, await testPool(strong), everything);
    expect(rowOf(figure.table.rows, { need: 'riskMissing' }).flag).toBe('yes');
    expect(figure.headline).toBe(
      'Harder to place: going missing. With going missing, not getting a type asked for is 5.6 times as likely',
    );
    const few = [...some(9, true, false), ...some(10, false, false), ...some(60, false, true)];
    const small = await read(unmetByNeed, await testPool(few), everything);
    expect(rowOf(small.table.rows, { need: 'riskMissing' }).flag).toBe('no');
    expect(small.headline).toBe('No need stands out as harder to place once the type sought is taken into account');
  });

  it('does not reassure where no need can be told of', async () => {
    const figure = await read(unmetByNeed, await testPool(some(12, false, true)), everything);
    expect(figure.headline).toBe('Too few placements to say which needs are harder to place');
  });

  it('is not misled by needs that go with a type found more easily', async () => {
    const row = (sought: 'Foster' | 'Residential', missing: boolean, matched: boolean): PoolRow => ({
      [sought === 'Foster' ? 'fosterCareSuitability' : 'residentialCareSuitability']: 'Preferred',
      placementType: matched ? sought : 'Supported Accommodation',
      needs: { riskMissing: missing },
    });
    const times = (n: number, make: PoolRow) => Array.from({ length: n }, () => make);
    const rows = [
      ...times(10, row('Foster', true, false)),
      ...times(10, row('Foster', true, true)),
      ...times(40, row('Foster', false, false)),
      ...times(40, row('Foster', false, true)),
      ...times(10, row('Residential', true, false)),
      ...times(90, row('Residential', true, true)),
      ...times(1, row('Residential', false, false)),
      ...times(9, row('Residential', false, true)),
    ];
    const figure = await read(unmetByNeed, await testPool(rows), everything);
    expect(rowOf(figure.table.rows, { need: 'riskMissing' }).rr).toBeCloseTo(1, 9);
  });
});

describe('notice', () => {
  it('gives raw and like-for-like shares and medians found by hand, for any pool', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const { table } = await read(byNotice, test, everything);
        const known = test.rows.filter((row) => row.neededBy !== null);
        for (const row of table.rows) {
          const own = known.filter((one) => one.neededBy === row.neededBy);
          const placed = own.filter(eligible);
          expect([row.k, row.n]).toEqual([placed.filter((one) => one.matched).length, placed.length]);
          expect(row.locationN).toBe(own.filter((one) => one.isLocationPreferred !== null).length);
          const costs = own.filter((one) => one.costOK).map((one) => one.totalWeeklyCost ?? 0);
          if (costs.length >= 5) expect(row.costMedian).toBeCloseTo(median(costs), 6);
          const expected = likeForLike(placed, known.filter(eligible));
          if (expected === null) expect(row.standardisedRate).toMatchObject({ symbol: 'z' });
          else expect(row.standardisedRate).toBeCloseTo(expected, 9);
        }
      }),
      { numRuns: 20 },
    );
  });
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function stratum(row: DerivedRow): string {
  const band =
    row.needs.deprivationOfLiberty || row.riskCount >= 4 ? 'Higher' : row.riskCount >= 2 ? 'Medium' : 'Lower';
  return `${row.sought}|${band}`;
}

/** Σ share of the stratum in all × the group's rate there, over strata the group has rows in. */
function likeForLike(own: readonly DerivedRow[], all: readonly DerivedRow[]): number | null {
  let weight = 0;
  let sum = 0;
  for (const name of new Set(own.map(stratum))) {
    const members = own.filter((row) => stratum(row) === name);
    const size = all.filter((row) => stratum(row) === name).length;
    weight += size;
    sum += (size * members.filter((row) => row.matched).length) / members.length;
  }
  return weight === 0 ? null : sum / weight;
}

describe('siblings', () => {
  const child = (sought: number, together: number, sourceId = 1): PoolRow => ({
    sourceId,
    siblingCount: sought,
    siblingsPlacedTogether: together,
    placementType: 'Foster',
  });

  it('are together, in part or alone, one fewer where a source counts the child itself', async () => {
    const rows = [child(2, 2), child(2, 1), child(2, 0), child(1, 1, 2), child(1, 2, 2), child(2, 2, 2), child(0, 1)];
    const plain = await read(siblings, await testPool(rows), everything);
    expect(plain.table.rows.map((row) => [row.outcome, row.k])).toEqual([
      ['together', 4],
      ['part', 1],
      ['alone', 1],
    ]);
    const test = await testPool(rows, { sources: [{ sourceId: 1 }, { sourceId: 2, siblingsIncludeChild: true }] });
    const switched = await read(siblings, test, everything);
    expect(switched.table.rows.map((row) => row.k)).toEqual([2, 2, 2]);
  });

  it('warn of a source that seems to count the child itself, until it is set so', async () => {
    const rows = [...Array.from({ length: 18 }, () => child(2, 2)), child(2, 3), child(1, 2)];
    const warned = await read(siblings, await testPool(rows), everything);
    expect(warned.warnings[0]).toContain('file-1.csv seems to count the child itself');
    const set = await testPool(rows, { sources: [{ sourceId: 1, siblingsIncludeChild: true }] });
    expect((await read(siblings, set, everything)).warnings).toEqual([]);
    const rare = await testPool([...rows, ...Array.from({ length: 40 }, () => child(2, 2))]);
    expect((await read(siblings, rare, everything)).warnings).toEqual([]);
  });
});

describe('education', () => {
  const answer = (yes: boolean | null, sourceId: number, isLocationPreferred: boolean | null = null): PoolRow => ({
    sourceId,
    isEducationContinuous: yes,
    isLocationPreferred,
    placementType: 'Foster',
  });
  const many = (n: number, row: PoolRow) => Array.from({ length: n }, () => row);

  it('keeps the two meanings of Yes apart, by meaning and by file', async () => {
    const rows = [
      ...many(12, answer(true, 1)),
      ...many(8, answer(false, 1)),
      ...many(15, answer(true, 2)),
      ...many(5, answer(false, 2)),
      answer(null, 2),
    ];
    const test = await testPool(rows, { sources: [{ sourceId: 1 }, { sourceId: 2, educationPolarity: 'continued' }] });
    const figure = await read(education, test, everything);
    expect(figure.table.rows.map((row) => [row.polarity, row.k, row.n])).toEqual([
      ['Yes = disrupted', 12, 20],
      ['Yes = continued', 5, 20],
    ]);
    expect(figure.extra.source?.rows.map((row) => [row.source, row.k, row.n])).toEqual([
      ['file-1.csv', 12, 20],
      ['file-2.csv', 5, 20],
    ]);
    expect(figure.headline).toBe(
      'Education was disrupted for 60% in returns that ask whether it was disrupted and 25% in returns that ask whether it went on',
    );
    expect(figure.exclusions).toEqual([{ label: 'education question not answered', n: 1 }]);
  });

  it('hints that a file means the opposite only with 30 answers on each side and 5 points between them', async () => {
    const rows = (n: number, preferredYes: number) => [
      ...many(preferredYes, answer(true, 1, true)),
      ...many(n - preferredYes, answer(false, 1, true)),
      ...many(10, answer(true, 1, false)),
      ...many(n - 10, answer(false, 1, false)),
    ];
    const warnings = async (list: readonly PoolRow[]) =>
      (await read(education, await testPool(list), everything)).warnings;
    expect((await warnings(rows(30, 20)))[0]).toContain('look like “Yes = continued”');
    expect(await warnings(rows(29, 20))).toEqual([]);
    expect(await warnings(rows(30, 11))).toEqual([]);
    expect(await warnings(rows(30, 5))).toEqual([]);
  });
});

describe('referrals over time', () => {
  it('count every dated referral once, by month, quarter and type sought', async () => {
    await fc.assert(
      fc.asyncProperty(poolRows, async (rows) => {
        const test = await testPool(rows);
        const { table, extra } = await read(referralsTrend, test, everything);
        const dated = test.rows.filter((row) => row.referralMonth !== null);
        const sum = (list: readonly { readonly n?: unknown }[] | undefined) =>
          (list ?? []).reduce((total, row) => total + Number(row.n), 0);
        for (const list of [table.rows, extra.month?.rows, extra.quarter?.rows, extra.quarterSought?.rows])
          expect(sum(list)).toBe(dated.length);
        for (const row of table.rows) {
          const own = dated.filter(
            (one) =>
              one.sought === row.sought &&
              `${Math.floor((one.referralMonth ?? 0) / 12)}-${String(((one.referralMonth ?? 0) % 12) + 1).padStart(2, '0')}` ===
                row.month,
          );
          expect(row.n).toBe(own.length);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are called referrals, where no placement was found as well', async () => {
    const unplaced: readonly PoolRow[] = Array.from({ length: 12 }, () => ({
      fosterCareSuitability: 'Preferred',
      placementType: null,
    }));
    const test = await testPool(unplaced);
    for (const measure of [referralsTrend, soughtSecured])
      expect((await read(measure, test, everything)).headline).toBe('12 referrals recorded');
  });
});
