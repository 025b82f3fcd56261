/**
 * The rows behind a view, one placement each, for the user's own eyes on the user's own machine: the one place where
 * free text and a child's ID are read. Never protected, so never for the sharing view; officers' names are not in the pool.
 */
import * as v from 'valibot';
import type { Query, Row } from '@/lib/database/database';
import { type Basis, contextFor, type PoolFacts } from '@/lib/measure/context';
import { viewCondition } from '@/lib/measure/kept';
import { authorityByCode } from '@/lib/place/authority';
import type { Group } from '@/lib/standard/field';
import { poolFields } from '@/lib/standard/fields';
import type { View } from '@/lib/view/view';

export type RecordKind = 'text' | 'long' | 'number' | 'pounds' | 'miles' | 'date' | 'yes-no' | 'authority';

export interface RecordColumn {
  /** The standard's name, or the product's for what it works out. */
  readonly name: string;
  readonly label: string;
  readonly group: Group | 'Where the row is from' | 'Worked out';
  readonly kind: RecordKind;
}

const own: readonly RecordColumn[] = [
  { name: 'la_code', label: 'Placing authority', group: 'Where the row is from', kind: 'authority' },
  { name: 'sourceName', label: 'File', group: 'Where the row is from', kind: 'text' },
  { name: 'sourceRow', label: 'Row in the file', group: 'Where the row is from', kind: 'number' },
];

const workedOut: readonly RecordColumn[] = [
  { name: 'sought', label: 'Type sought', group: 'Worked out', kind: 'text' },
  { name: 'secured', label: 'Type secured', group: 'Worked out', kind: 'text' },
  { name: 'matched', label: 'Got the type asked for', group: 'Worked out', kind: 'yes-no' },
  { name: 'riskCount', label: 'Risks present', group: 'Worked out', kind: 'number' },
  { name: 'costOK', label: 'Cost can be used', group: 'Worked out', kind: 'yes-no' },
  { name: 'registration', label: 'Registration of the provider', group: 'Worked out', kind: 'text' },
  { name: 'homeDistrict', label: 'Home district', group: 'Worked out', kind: 'text' },
  { name: 'home_la', label: 'Home authority', group: 'Worked out', kind: 'authority' },
  { name: 'placement_la', label: 'Authority of the placement', group: 'Worked out', kind: 'authority' },
  { name: 'distanceMiles', label: 'Miles from home', group: 'Worked out', kind: 'miles' },
  { name: 'distanceSource', label: 'Distance worked out from', group: 'Worked out', kind: 'text' },
  { name: 'distanceReason', label: 'Why distance is not known', group: 'Worked out', kind: 'text' },
];

const kinds = {
  boolean: 'yes-no',
  integer: 'number',
  money: 'pounds',
  miles: 'miles',
  date: 'date',
  text: 'long',
} as const;

/** Where people write sentences; other text is as short as a code. */
const freeText = /Other$|^preferredLocation$/;

const standard: readonly RecordColumn[] = poolFields
  .filter(({ name }) => name !== 'la_code')
  .map(({ name, label, group, type }) => ({
    name,
    label,
    group,
    kind: type in kinds && (type !== 'text' || freeText.test(name)) ? kinds[type as keyof typeof kinds] : 'text',
  }));

/** Every column that can be shown, in order: where the row is from, the standard's fields, what is worked out. */
export const recordColumns: readonly RecordColumn[] = [...own, ...standard, ...workedOut];

const byName: ReadonlyMap<string, RecordColumn> = new Map(recordColumns.map((column) => [column.name, column]));

export function recordColumn(name: string): RecordColumn | undefined {
  return byName.get(name);
}

export interface RecordOrder {
  readonly column: string;
  readonly descending: boolean;
}

export interface RecordRequest {
  readonly view: View;
  readonly pool: PoolFacts;
  /** The date that places a row in the period, as the page's figures use it. */
  readonly basis: Basis;
}

/** Only names of the list above ever become text. */
function expression({ name }: RecordColumn): string {
  const source = '(SELECT any_value(source.name) FROM source WHERE source.sourceId = pool.sourceId)';
  return name === 'sourceName' ? source : `pool."${name}"`;
}

function shown(column: RecordColumn): string {
  const sql = expression(column);
  const plain = column.kind === 'number' || column.kind === 'pounds' || column.kind === 'miles';
  return `${plain ? `${sql}::DOUBLE` : column.kind === 'yes-no' ? sql : `${sql}::VARCHAR`} AS "${column.name}"`;
}

/** How many rows the view keeps. */
export function recordCount({ view, pool, basis }: RecordRequest): Query {
  const where = viewCondition(contextFor(view, pool, basis));
  return { sql: `SELECT count(*)::DOUBLE AS n FROM pool WHERE ${where.sql}`, parameters: where.parameters };
}

/**
 * Rows `offset` to `offset + limit` of the view in the order asked for, blanks last, then as loaded. Names that are not
 * columns are left out, so that whatever asks gets rows or nothing.
 */
export function recordWindow(
  { view, pool, basis }: RecordRequest,
  names: readonly string[],
  order: RecordOrder | null,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Query {
  const where = viewCondition(contextFor(view, pool, basis));
  const columns = names.flatMap((name) => byName.get(name) ?? []);
  const sorted = order ? byName.get(order.column) : undefined;
  const first = sorted ? `${expression(sorted)} ${order?.descending ? 'DESC' : 'ASC'} NULLS LAST, ` : '';
  const by = `${first}pool.rowId`;
  // Which rows are in the window is found on the few columns that decide it; the rest are read for those rows alone.
  return {
    sql: `SELECT ${['pool.rowId AS "rowId"', ...columns.map(shown)].join(', ')} FROM pool
      WHERE pool.rowId IN (SELECT pool.rowId FROM pool WHERE ${where.sql} ORDER BY ${by} LIMIT ? OFFSET ?)
      ORDER BY ${by}`,
    parameters: [...where.parameters, Math.max(1, Math.trunc(limit)), Math.max(0, Math.trunc(offset))],
  };
}

const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]));
const recordRow = v.objectWithRest({ rowId: v.number() }, cell);
export type RecordRow = v.InferOutput<typeof recordRow>;

/** The checked rows of a window. Throws where they are not what the SQL promised. */
export function recordRows(rows: readonly Row[]): readonly RecordRow[] {
  return v.parse(v.array(recordRow), rows);
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: 2 });

/** A cell as the table shows it; blank where nothing was recorded. */
export function recordText(column: RecordColumn, value: RecordRow[string] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (column.kind === 'authority') return authorityByCode(String(value))?.name ?? String(value);
  if (column.kind === 'date') return String(value).split('-').reverse().join('/');
  if (column.kind === 'pounds' && typeof value === 'number') return pounds.format(value);
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}
