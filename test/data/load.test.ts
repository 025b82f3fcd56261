import { beforeAll, describe, expect, test } from 'vitest';
import { oddTexts } from '@/data/generate/file';
import { riskNames } from '@/data/generate/row';
import type { SampleFile } from '@/data/generate/sample';
import { sampleFiles } from '@/data/generate/sample';
import type { Database, Row } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import { addFile } from '@/lib/ingest/add';
import { openPool } from '@/lib/ingest/pool';
import type { AddResult } from '@/lib/ingest/report';
import { loadPlaces } from '@/lib/place/places';

const files = sampleFiles();
const results = new Map<string, AddResult>();
let db: Database;
const ask = async (sql: string): Promise<readonly Row[]> => db.run({ sql, parameters: [] });

/** A sample file may hold a placement twice over: it is counted once. */
function placements({ rows }: SampleFile): readonly (readonly [at: number, row: SampleFile['rows'][number]])[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const text = JSON.stringify(row);
    if (seen.has(text)) return [];
    seen.add(text);
    return [[at, row] as const];
  });
}

beforeAll(async () => {
  const { districts } = await loadPlaces();
  const places = [...districts.values()]
    .flatMap(({ authorities }) => authorities.map(({ code }) => code))
    .filter(Boolean);
  db = await openNodeDatabase();
  await openPool(db, { places });
  for (const { name, bytes } of files) results.set(name, await addFile(db, { name, content: bytes }));
});

describe.each(files)('$name', (file: SampleFile) => {
  test('is loaded whole, under its own authority', () => {
    const result = results.get(file.name);
    if (result?.status !== 'loaded') throw new Error(`${file.name}: ${result?.status}`);
    const { length } = placements(file);
    // The template's example row and second copies are set aside; nothing else is.
    expect(result.loaded).toBe(length);
    expect(result.countedOnce).toBe(file.rows.length - length);
    expect(result.setAside - result.countedOnce).toBeLessThanOrEqual(file.house.preamble ? 2 : 0);
    expect(result.authorities).toEqual([{ code: file.house.code, rows: length }]);
    expect(result.unknown).toEqual([]);
  });

  test('says in the pool what the generator said', async () => {
    const [row] = await ask(
      `SELECT count(*) FILTER (WHERE placementType IS NOT NULL)::INT AS placed,
        count(*) FILTER (WHERE neededBy = 'Today')::INT AS today,
        count(*) FILTER (WHERE fosterCareSuitability = 'Preferred')::INT AS foster,
        count(*) FILTER (WHERE deprivationOfLiberty)::INT AS deprived,
        sum(riskCount)::INT AS risks, count(DISTINCT childId)::INT AS children
       FROM pool WHERE la_code = '${file.house.code}'`,
    );
    const odd = oddTexts(file.house, file.rows);
    const count = (field: string, test: (one: SampleFile['rows'][number]) => boolean) =>
      placements(file).filter(([at, one]) => test(one) && !odd.get(at)?.has(field)).length;
    const asked = riskNames.filter(
      (name) => name !== 'riskSexualExploitation' || !file.house.vocabulary.startsWith('t'),
    );
    expect(row).toEqual({
      placed: count('placementType', (one) => one.placementType !== null),
      today: count('neededBy', (one) => one.neededBy === 'Today'),
      foster: count('fosterCareSuitability', (one) => one.suitability.Foster === 'Preferred'),
      deprived: count('deprivationOfLiberty', (one) => one.deprivationOfLiberty),
      risks: asked.reduce((sum, name) => sum + count(name, (one) => one.risks[riskNames.indexOf(name)] === true), 0),
      children: new Set(file.rows.map((one) => one.childId)).size,
    });
  });

  test('has the generator’s distances', async () => {
    const [row] = await ask(
      `SELECT count(distanceMiles)::INT AS n, avg(distanceMiles) AS mean FROM pool WHERE la_code = '${file.house.code}'`,
    );
    const miles = placements(file).flatMap(([, one]) => one.miles ?? []);
    const mean = miles.reduce((sum, value) => sum + value, 0) / miles.length;
    const words = [...oddTexts(file.house, file.rows)].filter(
      ([at, cells]) => cells.has('placementLocation') && file.rows[at]?.miles !== null,
    );
    expect(row?.n).toBe(miles.length - words.length);
    // Homes given as sectors are measured from the sector.
    expect(Math.abs(Number(row?.mean) - mean)).toBeLessThan(file.house.home?.as.includes('sector') ? 0.5 : 0.1);
  });
});

test('every unknown home says why', async () => {
  const rows = await ask("SELECT DISTINCT distanceReason AS reason FROM pool WHERE distanceSource = 'none'");
  expect(rows.map(({ reason }) => reason)).not.toContain(null);
  expect(rows.length).toBeGreaterThanOrEqual(4);
});

test('no officer enters the pool', async () => {
  const [row] = await ask(
    "SELECT count(*)::INT AS n FROM (SELECT pool::VARCHAR AS text FROM pool) WHERE text LIKE '%Invented%'",
  );
  expect(row?.n).toBe(0);
});
