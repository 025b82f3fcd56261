/**
 * Promises a list of the placements whose home or placement could not be used as it was written: where to look, what
 * stood there, why it gives no distance or a doubtful one, and what to do. One row a cell, so for the working view.
 */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { explainText, type PlaceField } from './ends';
import { locate } from './locate';
import { loadPlaces } from './places';
import { adviceOn, tooFarAdvice, tooFarReason } from './reason';

export interface PlaceToCheck {
  readonly file: string;
  /** Row of the file, its heading counted. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly advice: string;
}

export interface PlaceList {
  readonly rows: readonly PlaceToCheck[];
  /** Cells of the kinds counted, listed or not. */
  readonly total: number;
}

/** Texts and rows beyond these are the same mistakes again. */
const mostTexts = 400;
const mostRows = 2000;

const fields = ['homeLocation', 'placementLocation'] as const satisfies readonly PlaceField[];

const texts = v.array(v.object({ text: v.string(), n: v.number() }));
const cells = v.array(v.object({ file: v.string(), row: v.number(), value: v.string() }));

interface Explained {
  readonly text: string;
  readonly rows: number;
  readonly reason: string;
}

async function explained(database: Database, field: PlaceField): Promise<readonly Explained[]> {
  const places = await loadPlaces();
  const sql = `SELECT ${field} AS text, count(*)::DOUBLE AS n FROM pool WHERE ${field} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;
  const found = v.parse(texts, await database.run({ sql, parameters: [] }));
  const end = field === 'homeLocation' ? 'home' : 'placement';
  return found.flatMap(({ text, n }) => {
    const why = explainText(field, { text, rows: n, at: locate(text, 'home', end, places) });
    return why.map(({ rule }) => ({ text, rows: n, reason: rule }));
  });
}

const looked = `SELECT source.name AS file, pool.sourceRow::DOUBLE AS row`;
const from = `FROM pool JOIN source USING (sourceId)`;
const inOrder = `ORDER BY source.name, pool.sourceRow LIMIT ${mostRows}`;

async function ofField(database: Database, field: PlaceField): Promise<PlaceList> {
  const found = await explained(database, field);
  const listed = found.slice(0, mostTexts);
  if (listed.length === 0) return { rows: [], total: 0 };
  const reasons = new Map(listed.map(({ text, reason }) => [text, reason]));
  const rows = v.parse(
    cells,
    await database.run({
      sql: `${looked}, ${field} AS value ${from} WHERE ${field} IN (${listed.map(() => '?').join(', ')}) ${inOrder}`,
      parameters: listed.map(({ text }) => text),
    }),
  );
  const total = found.reduce((sum, one) => sum + one.rows, 0);
  return {
    rows: rows.map((row) => {
      const reason = reasons.get(row.value) ?? '';
      return { ...row, field, reason, advice: adviceOn(reason) };
    }),
    total,
  };
}

/** Distances nobody believes: both ends are shown, for either may be mistyped. */
async function tooFar(database: Database): Promise<PlaceList> {
  const ends = `coalesce(recordedDistance::VARCHAR || ' miles', concat_ws(' to ', homeLocation, placementLocation), '')`;
  const sql = `${looked}, ${ends} AS value, (count(*) OVER ())::DOUBLE AS total ${from} WHERE distanceReason = ? ${inOrder}`;
  const found = await database.run({ sql, parameters: [tooFarReason] });
  const rows = v.parse(cells, found).map((row) => ({
    ...row,
    field: 'distance',
    reason: tooFarReason,
    advice: tooFarAdvice,
  }));
  return { rows, total: Number(found[0]?.total ?? 0) };
}

const refused = v.array(
  v.object({
    file: v.string(),
    row: v.number(),
    field: v.string(),
    value: v.nullable(v.string()),
    reason: v.string(),
    advice: v.nullable(v.string()),
  }),
);

/** Cells that were not understood when their file was read. What stood in a home is not kept, and is not here. */
async function notUnderstood(database: Database): Promise<PlaceList> {
  const sql = `SELECT source.name AS file, sourceRow::DOUBLE AS row, field::VARCHAR AS field, value, rule::VARCHAR AS reason,
      advice::VARCHAR AS advice, (count(*) OVER ())::DOUBLE AS total FROM problem JOIN source USING (sourceId)
    WHERE field::VARCHAR IN (?, ?, ?) AND sourceRow IS NOT NULL ORDER BY source.name, sourceRow LIMIT ${mostRows}`;
  const found = await database.run({ sql, parameters: [...fields, 'recordedDistance'] });
  const rows = v.parse(refused, found).map((row) => ({ ...row, value: row.value ?? '', advice: row.advice ?? '' }));
  return { rows, total: Number(found[0]?.total ?? 0) };
}

/** In the order of the files and their rows. */
export async function listPlaces(database: Database): Promise<PlaceList> {
  const parts: PlaceList[] = [];
  for (const field of fields) parts.push(await ofField(database, field));
  parts.push(await tooFar(database), await notUnderstood(database));
  const rows = parts
    .flatMap((part) => part.rows)
    .sort((a, b) => a.file.localeCompare(b.file, 'en-GB') || a.row - b.row || a.field.localeCompare(b.field));
  return { rows: rows.slice(0, mostRows), total: parts.reduce((sum, { total }) => sum + total, 0) };
}
