/** Moves the rows of `staged` into the pool, with their authority, region and distance. */
import type { Database } from '@/lib/database/database';
import { packedColumns } from '@/lib/measure/packed';
import { distanceColumns, distanceJoin } from '@/lib/place/distance-sql';
import { prepareEnds } from '@/lib/place/ends';
import { loadPlaces } from '@/lib/place/places';
import { derivedColumns, distanceColumns as distanceTypes, fieldColumns } from '@/lib/standard/column';
import { query } from './statement';

/**
 * A sector written without its space passes for a district (`GL71` is GL7 1): where no such district lives and the
 * sector does, the cell means that.
 */
export async function mendDistricts(db: Database): Promise<void> {
  const { districts, sectors } = await loadPlaces();
  for (const [column, keepsSector] of [
    ['placementLocation', false],
    ['homeLocation', true],
  ] as const) {
    const rows = await query(
      db,
      `SELECT DISTINCT ${column} AS code FROM staged WHERE regexp_full_match(${column}, '[A-Z]{1,2}[0-9][0-9]')`,
    );
    for (const code of rows.map((row) => String(row.code))) {
      const shorter = code.slice(0, -1);
      const sector = `${shorter} ${code.slice(-1)}`;
      if (districts.has(code) || !sectors.has(sector)) continue;
      const mended = keepsSector ? sector : shorter;
      await db.run({ sql: `UPDATE staged SET ${column} = ? WHERE ${column} = ?`, parameters: [mended, code] });
    }
  }
}

/**
 * Rows of `staged` that are placements, each with its `sourceId` and the authority it belongs to: `owner`, NULL where nobody
 * knows. Reads `staged_file`, which holds the authority of rows that do not say.
 */
export const ownedRows = `(SELECT staged.*, staged_file.sourceId, coalesce(authority_said.code, staged_file.fallback) AS owner
  FROM staged JOIN staged_file USING (fileId) LEFT JOIN authority_said ON authority_said.text = staged.authorityText
  WHERE reason IS NULL)`;

/** What the merge needs ready: where each home and placement lies. */
export async function prepareMerge(db: Database): Promise<void> {
  await mendDistricts(db);
  await prepareEnds(db, 'staged');
}

/** A small file may come out of a join in another order than it went in; a large one never does, and costs much to sort. */
const mayTurn = 5_000;

const merge = (sorted: boolean) => {
  const values = [...fieldColumns, ...derivedColumns].map(({ name }) => `"${name}"`);
  const distances = distanceTypes.map(({ name, type }) => `(${distanceColumns[name] ?? 'NULL'})::${type} AS "${name}"`);
  const last = 'greatest((SELECT coalesce(max(rowId), 0) FROM pool), (SELECT coalesce(max(rowId), 0) FROM superseded))';
  return `INSERT INTO pool SELECT *, ${packedColumns.map(({ sql }) => sql).join(', ')} FROM (SELECT
      (${last} + row_number() OVER (${sorted ? 'ORDER BY sourceId, sourceRow' : ''}))::INTEGER AS rowId, sourceId, sourceRow, owner AS la_code, region,
      ${[...values, ...distances].join(', ')}
    FROM ${ownedRows} AS owned JOIN region_of ON region_of.la_code = owned.owner ${distanceJoin}) ${sorted ? 'ORDER BY rowId' : ''}`;
};

/** One INSERT, in the files' order. Row ids follow the pool's last. */
export async function mergeRows(db: Database, placements: number, signal?: AbortSignal): Promise<void> {
  await db.execute(merge(placements <= mayTurn), signal);
}
