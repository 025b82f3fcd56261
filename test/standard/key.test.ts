import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { valueKey, valueKeySql } from '@/lib/standard/key';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});
afterAll(() => db.close());

async function inSql(text: string): Promise<unknown> {
  const [row] = await db.run({ sql: `SELECT ${valueKeySql('?::VARCHAR')} AS key`, parameters: [text] });
  return row?.key;
}

describe('valueKey', () => {
  it.each([
    ['â‰¤5 days', '<5days'],
    ['≤ 5 days', '<5days'],
    ['Yes – must', 'yesmust'],
    ['Yes\u2212must', 'yesmust'],
    ['Yes â€“ must', 'yesmust'],
    ['Don’t know', 'dontknow'],
    ['Donâ€™t know', 'dontknow'],
    ['\ufeffRisk\u00a0Present\u200b', 'riskpresent'],
    ['Suitable but not preferred,', 'suitablebutnotpreferred'],
    ['“Other”', 'other'],
  ])('reads %j as %j', async (text, key) => {
    expect(valueKey(text)).toBe(key);
    expect(await inSql(text)).toBe(key);
  });

  it.each(['Yes?', 'Nö', 'N/A', 'No+Yes'])('keeps the doubt in %j', (text) => {
    expect(['yes', 'no', 'na', 'noyes']).not.toContain(valueKey(text));
  });

  it('is the same in SQL for any text of the characters that matter', async () => {
    const character = fc.constantFrom(
      ...' \t\n\u00a0\u200b\ufeff-–—_\'"’“.,:;()…•*<>≤≥&lt;gtâ€™“‰¤AbyZ09?/é£'.split(''),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: character, maxLength: 20 }), async (text) => {
        expect(await inSql(text)).toBe(valueKey(text));
      }),
      { numRuns: 400 },
    );
  });
});
