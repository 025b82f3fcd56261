/** A pool with costs of every kind, and a measure run on it as the page would run it. */
import * as fc from 'fast-check';
import type { Draft, TableRow } from '@/lib/figure/figure';
import { type Context, contextFor } from '@/lib/measure/context';
import { keptQuery } from '@/lib/measure/kept';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { monthText } from '@/lib/view/month';
import { defaultView, type View } from '@/lib/view/view';
import type { DerivedRow, PoolRow } from '../pool-row';
import { poolRow } from '../pool-row';
import { type TestPool, testPool } from '../support';

const costs = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 10_000, max: 900_000 }).map((pence) => pence / 100) },
  { weight: 2, arbitrary: fc.constantFrom(600, 650, 5000) },
  { weight: 1, arbitrary: fc.constantFrom(0, -50, 45, 250_000, 99.99, 100, 100_000, null) },
);

/** Mostly placed, mostly priced, in two years: enough in a cell for medians. */
export const pricedRow: fc.Arbitrary<PoolRow> = fc
  .tuple(
    poolRow,
    costs,
    fc.constantFrom('Foster' as const, 'Residential' as const, 'Supported Accommodation' as const),
    fc.constantFrom('Registered', 'Unregistered', 'Not recorded'),
    fc.integer({ min: 0, max: 29 }),
  )
  .map(([row, totalWeeklyCost, type, registration, month]) => ({
    ...row,
    totalWeeklyCost,
    placementType: row.placementType === null ? null : type,
    placementDate: row.placementDate === null ? null : `${monthText(2024 * 12 + month)}-11`,
    other: { ...row.other, registration },
  }));

export const pricedRows = fc.array(pricedRow, { minLength: 0, maxLength: 250, size: 'max' });

export async function costPool(rows: readonly PoolRow[], unreadable: readonly number[] = []): Promise<TestPool> {
  const test = await testPool(rows);
  await test.database.execute(
    'CREATE OR REPLACE TABLE problem (sourceId INTEGER, sourceRow INTEGER, field VARCHAR, value VARCHAR, rule VARCHAR, severity VARCHAR, advice VARCHAR)',
  );
  for (const index of unreadable) {
    const row = test.rows[index];
    if (row === undefined) throw new Error(`No row ${index}`);
    await test.database.run({
      sql: `INSERT INTO problem VALUES (?, ?, 'totalWeeklyCost', '£3,000–£3,500', 'not understood', 'warning', '')`,
      parameters: [row.sourceId, Number(row.sourceRow)],
    });
  }
  return test;
}

export interface Ran {
  readonly draft: Draft;
  readonly context: Context;
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** Makes `kept`, runs the measure's queries, drafts and speaks, unprotected. */
export async function runMeasure(measure: Measure, test: TestPool, view: View = defaultView): Promise<Ran> {
  const context = contextFor(view, test.pool, measure.basis);
  await test.database.run(keptQuery(context, measure.columns, measure.history));
  const rows: Record<string, RowsByQuery[string]> = {};
  for (const [name, query] of Object.entries(measure.queries(context))) rows[name] = await test.database.run(query);
  const draft = measure.draft(rows, context);
  const extra = Object.fromEntries(Object.entries(draft.extra ?? {}).map(([name, { table }]) => [name, table]));
  const tables = { table: draft.table, extra, n: draft.n };
  const sentences = measure.sentences?.(tables, context) ?? [];
  return { draft, context, headline: measure.headline(tables, context), sentences };
}

export function rowWhere(rows: readonly TableRow[], cells: Readonly<Record<string, string>>): TableRow | undefined {
  return rows.find((row) => Object.entries(cells).every(([name, value]) => row[name] === value));
}

export function usable(rows: readonly DerivedRow[]): readonly (DerivedRow & { readonly totalWeeklyCost: number })[] {
  return rows.filter((row): row is DerivedRow & { totalWeeklyCost: number } => row.costOK);
}
