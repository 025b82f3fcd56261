import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';

describe('the engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openNodeDatabase();
  });
  afterAll(() => database.close());

  test('binds parameters and gives plain rows', async () => {
    const rows = await database.run({
      sql: "SELECT ?::VARCHAR AS text, ? AS number, ? AS nothing, sum(x) AS total, 1.5::DECIMAL(10, 2) AS money, 'x'::ENUM('x', 'y') AS category FROM range(10) t(x)",
      parameters: ["'; DROP TABLE pool; --", 7, null],
    });
    expect(rows).toEqual([
      { text: "'; DROP TABLE pool; --", number: 7, nothing: null, total: 45, money: 1.5, category: 'x' },
    ]);
  });

  test('reads what was registered and writes what was asked', async () => {
    await database.registerFile('pool/in.csv', new TextEncoder().encode('a,b\n1,2\n'));
    await database.execute(
      "COPY (SELECT a + b AS c FROM read_csv('pool/in.csv')) TO 'pool/out.csv' (FORMAT csv, HEADER, USE_TMP_FILE false)",
    );
    expect(new TextDecoder().decode(await database.readFile('pool/out.csv'))).toBe('c\n3\n');
    await database.dropFile('pool/in.csv');
  });

  test.each([
    "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv('pool/../package.json')",
    'LOAD httpfs',
    "ATTACH 'http://127.0.0.1:9/x.db'",
    'SET enable_external_access = true',
  ])('refuses %s', async (sql) => {
    await expect(database.execute(sql)).rejects.toThrow();
    expect(await database.run({ sql: 'SELECT 1 AS one', parameters: [] })).toEqual([{ one: 1 }]);
  });

  test('refuses file names it did not choose', async () => {
    await expect(database.registerFile('../secrets.csv', new Uint8Array())).rejects.toThrow(TypeError);
  });
});
