/** A return whose bespoke texts are the ones that break careless writers, and everything a pool holds of it. */
import type { Database } from '@/lib/database/database';

export const nasty = [
  'a "quoted" note',
  'a,b;c',
  'line one\nline two',
  '\\N',
  '',
  '{x=y}',
  "it's",
  '  ',
  'null',
  'ünïcödé £',
];

function field(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export const file = [
  'la_code,childId,referralDate,placementDate,neededBy,placementType,totalWeeklyCost,"my, note",other note',
  ...nasty.map(
    (text, index) =>
      `E06000066,00${index},2025-04-0${(index % 9) + 1},2025-05-01,Today,Foster,${800 + index},${field(text)},${field(nasty[(index + 3) % nasty.length] ?? '')}`,
  ),
  'E06000066,x,2025-04-31,,sometimes,,nonsense,,',
].join('\n');

export async function everything(database: Database): Promise<unknown> {
  const rows = async (sql: string) => database.run({ sql, parameters: [] });
  return {
    pool: await rows(
      'SELECT * EXCLUDE (bespoke) REPLACE (referralDate::VARCHAR AS referralDate, placementDate::VARCHAR AS placementDate, costDate::VARCHAR AS costDate), bespoke::VARCHAR AS bespoke FROM pool ORDER BY rowId',
    ),
    source: await rows(
      'SELECT * REPLACE (quarterFrom::VARCHAR AS quarterFrom, quarterTo::VARCHAR AS quarterTo) FROM source ORDER BY sourceId',
    ),
    problem: await rows('SELECT * FROM problem ORDER BY ALL'),
  };
}
