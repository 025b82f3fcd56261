import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { neutralise } from '@/lib/export/neutral';
import { addFile } from '@/lib/ingest/add';
import { emptyPool, makePool } from '@/lib/pool/change';
import { poolCsv } from '@/lib/pool/download';
import { guarded } from '@/lib/pool/guard';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  await makePool(database);
});
beforeEach(() => emptyPool(database));
afterAll(() => database.close());

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const add = (name: string, lines: readonly string[]) =>
  addFile(database, { name, content: new TextEncoder().encode(lines.join('\n')) });

function records(csv: string): Record<string, string>[] {
  const [head = '', ...rows] = csv.trimEnd().split('\n');
  return rows.map((row) => Object.fromEntries(head.split(',').map((name, at) => [name, row.split(',')[at] ?? ''])));
}

describe('the downloaded pool', () => {
  test('has the canonical names and values, la_code first, ISO dates and lists joined by semicolons', async () => {
    await add('somerset.csv', [
      'child_ID,when_placement_is_needed_by,number_of_siblings_to_place_with,additional_support,foster_care_suitability,risk_to_child_self_harm,cost_total_weekly,placement_location,placement_type,Date_entry_referral,dol',
      '0012,in less than 5 days,NA,Taxis to school|Therapeutic support,SuitableButNotPreferred,High risk,"£4,500",ta3 1,SupportedAccommodation,12/02/2024,Y',
    ]);
    const csv = text(await poolCsv(database));
    expect(csv.startsWith('la_code,childId,')).toBe(true);
    expect(records(csv)).toEqual([
      expect.objectContaining({
        la_code: 'E06000066',
        childId: '0012',
        neededBy: '< 5 days',
        siblingCount: 'NA',
        additionalSupport: 'Therapeutic support;Taxis to school',
        fosterCareSuitability: 'Suitable but not preferred',
        riskSelfHarm: 'Risk Present',
        riskMissing: '',
        totalWeeklyCost: '4500.0',
        placementLocation: 'TA3',
        placementType: 'Supported Accommodation',
        referralDate: '2024-02-12',
        deprivationOfLiberty: 'Yes',
        educationYesMeans: 'disrupted',
      }),
    ]);
  });

  test('keeps bespoke columns under their own headings and lets no cell or heading run in a spreadsheet', async () => {
    await add('devon.csv', [
      'childId,referralDate,=HYPERLINK(1),School',
      '@x,2025-04-01,=1+1,Green Lane',
      '2,2025-04-02,,',
    ]);
    await add('dorset.csv', ['childId,referralDate,School', '3,2025-04-03,Blue']);
    const csv = text(await poolCsv(database));
    expect(csv.split('\n')[0]).toMatch(/,'=HYPERLINK\(1\),School$/);
    expect(records(csv).map((row) => [row.childId, row["'=HYPERLINK(1)"], row.School])).toEqual([
      ["'@x", "'=1+1", 'Green Lane'],
      ['2', '', ''],
      ['3', '', 'Blue'],
    ]);
  });

  test('is loaded again as the same placements', async () => {
    await add('somerset.csv', [
      'child_ID,when_placement_is_needed_by,cost_total_weekly,placement_type,Date_entry_referral,culture "note"',
      '1,Today,900,Foster,12/02/2024,"a ""quoted"", note"',
      '2,>5days,,Residential,13/02/2024,',
    ]);
    const first = text(await poolCsv(database));
    await emptyPool(database);
    await add('sufficiency-pool.csv', [first]);
    const again = text(await poolCsv(database));
    const own = (csv: string) =>
      records(csv).map(({ educationYesMeans, siblingsIncludeChild, ...rest }) => rest.childId);
    expect(own(again)).toEqual(own(first));
    expect(again).toContain('"a ""quoted"", note"');
  });

  test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '＝1', 'x=1', '', "'=1", '£1', ' =1'])(
    'guards %j as the other exports do',
    async (cell) => {
      const [row] = await database.run({
        sql: `SELECT ${guarded('cell')} AS cell FROM (SELECT ?::VARCHAR AS cell)`,
        parameters: [cell],
      });
      expect(row?.cell).toBe(neutralise(cell));
    },
  );
});
