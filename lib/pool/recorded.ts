import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { type FieldName, poolFields, type StandardField } from '@/lib/standard/fields';
import { readRows } from './read';
import { recordedSql } from './required';

/** What an authority recorded of a field. A field its files never asked is not collected, which is not 0%. */
export interface RecordedCell {
  /** Placements from files that have a column for it. */
  readonly asked: number;
  readonly recorded: number;
}

export interface RecordedRow {
  readonly field: StandardField;
  /** By authority code; absent where no file of the authority asked. */
  readonly cells: ReadonlyMap<string, RecordedCell>;
}

const shown = poolFields.filter(({ name }) => name !== 'la_code' && name !== 'childId');
const sql = `SELECT sourceId, la_code::VARCHAR AS code, count(*) AS n,
  ${shown.map((field) => `count(*) FILTER (${recordedSql(field)}) AS "${field.name}"`).join(', ')}
  FROM pool GROUP BY sourceId, la_code`;
const counts = Object.fromEntries(shown.map(({ name }) => [name, v.number()])) as Record<
  FieldName,
  v.NumberSchema<undefined>
>;
const entries = { sourceId: v.number(), code: v.nullable(v.string()), n: v.number(), ...counts };

/** Every field of the standard, in its order, by authority. Fields beyond the standard that nobody sent are left out. */
export async function readRecorded(database: Database): Promise<readonly RecordedRow[]> {
  const sources = await readRows(database, 'SELECT sourceId, collected FROM source', {
    sourceId: v.number(),
    collected: v.nullable(v.string()),
  });
  const collected = new Map(sources.map((one) => [one.sourceId, new Set(one.collected?.split(';'))]));
  const rows = await readRows(database, sql, entries);
  return shown
    .map((field) => {
      const cells = new Map<string, RecordedCell>();
      for (const row of rows) {
        if (row.code === null || !collected.get(row.sourceId)?.has(field.name)) continue;
        const before = cells.get(row.code) ?? { asked: 0, recorded: 0 };
        cells.set(row.code, { asked: before.asked + row.n, recorded: before.recorded + row[field.name] });
      }
      return { field, cells };
    })
    .filter(({ field, cells }) => field.cardinality !== 'extra' || cells.size > 0);
}
