import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { requiredFields } from '@/lib/pool/required';
import { readScores } from '@/lib/quality/score';
import { type Cells, columns, holdRows, openTestPool, perfectRow } from './pool';

let database: Database;
beforeAll(async () => {
  database = await openTestPool();
});
afterAll(() => database.close());

async function scoreOf(rows: readonly Cells[]): Promise<number> {
  await holdRows(database, rows);
  const [score] = await readScores(database);
  return score?.score ?? Number.NaN;
}

describe('the score', () => {
  test('is whole when every required cell is recorded, valid and plausible', async () => {
    expect(await scoreOf([perfectRow('1'), perfectRow('2')])).toBe(1);
  });

  test.each([
    ['a blank', { neededBy: '' }],
    ['a value outside its list', { neededBy: 'soonish' }],
    ['a cost that cannot be right', { totalWeeklyCost: '3' }],
    ['a placement before its referral', { placementDate: '2025-03-01' }],
    ['a date that is none', { referralDate: '31/02/2025' }],
  ])('loses one cell to %s', async (_what, flaw) => {
    const score = await scoreOf([perfectRow('1'), { ...perfectRow('2'), ...flaw }]);
    expect(score).toBeCloseTo(1 - 1 / (2 * requiredFields.length), 12);
  });

  test('counts a row set aside with none of its cells good', async () => {
    expect(await scoreOf([perfectRow('1'), { ...perfectRow(''), childId: '' }])).toBeCloseTo(0.5, 12);
  });

  test('takes NA for an answer where the child has no siblings', async () => {
    expect(await scoreOf([{ ...perfectRow('1'), siblingCount: 'NA', siblingsPlacedTogether: 'NA' }])).toBe(1);
  });

  test('counts each repeat of a referral once', async () => {
    const score = await scoreOf([perfectRow('1'), perfectRow('1'), perfectRow('1')]);
    expect(score).toBeCloseTo(1 - 2 / (3 * requiredFields.length), 12);
  });

  test('does not rise when a repeated referral date that is after the placement is left blank', async () => {
    const late = { ...perfectRow('1'), referralDate: '2025-05-01' };
    const before = await scoreOf([late, late, perfectRow('2')]);
    expect(before).toBeCloseTo(1 - 2 / (3 * requiredFields.length), 12);
    expect(await scoreOf([{ ...late, referralDate: '' }, late, perfectRow('2')])).toBeLessThanOrEqual(before);
  });

  const odd: Readonly<Record<string, readonly string[]>> = {
    totalWeeklyCost: ['900', '3', '-5', 'lots'],
    coreWeeklyCost: ['900', '700', ''],
    siblingCount: ['NA', '0', '1', ''],
    siblingsPlacedTogether: ['NA', '0', '4', ''],
    placementDate: ['2025-04-08', '2025-03-01', '', '08/04/2025'],
    referralDate: ['2025-04-01', '2025-05-01', '', 'April'],
    placementType: ['Foster', 'Residential', '', 'Hotel'],
    childId: ['1', '2', '3'],
    providerURN: ['SC123456', 'Unregistered', ''],
  };
  const row = fc
    .record({
      cells: fc.record(
        Object.fromEntries(Object.entries(odd).map(([name, values]) => [name, fc.constantFrom(...values)])),
      ),
      wrong: fc.uniqueArray(fc.constantFrom(...columns.filter((name) => !(name in odd))), { maxLength: 12 }),
      wrongly: fc.constantFrom('', 'nonsense'),
    })
    .map(({ cells, wrong, wrongly }) => ({
      ...perfectRow('1'),
      ...Object.fromEntries(wrong.map((name) => [name, wrongly])),
      ...cells,
    }));

  test('never rises when a cell is left blank instead', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 3 }),
        async (rows, pick, blanked) => {
          const at = pick % rows.length;
          const before = await scoreOf(rows);
          const after = await scoreOf(
            rows.map((one, index) =>
              index === at ? { ...one, ...Object.fromEntries(blanked.map((name) => [name, ''])) } : one,
            ),
          );
          expect(after).toBeLessThanOrEqual(before + 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);
});
