import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type RecordOrder,
  recordColumn,
  recordColumns,
  recordCount,
  recordRows,
  recordText,
  recordWindow,
} from '@/lib/measure/records';
import { fields } from '@/lib/standard/fields';
import { defaultView, type View } from '@/lib/view/view';
import type { DerivedRow } from './pool-row';
import { poolRows } from './pool-row';
import { testPool } from './support';

const views: readonly View[] = [
  defaultView,
  { ...defaultView, authorities: ['E06000066'], sought: ['Foster', 'Not stated'] },
  { ...defaultView, period: { kind: 'months', from: '2024-06', to: '2025-05' } },
];
const names = ['la_code', 'childId', 'sourceName', 'sourceRow', 'totalWeeklyCost', 'referralDate', 'matched'];

function kept(rows: readonly DerivedRow[], view: View): readonly DerivedRow[] {
  const from = 2024 * 12 + 5;
  return rows.filter(
    (row) =>
      (view.authorities.length === 0 || view.authorities.includes(row.la_code)) &&
      (view.sought.length === 0 || view.sought.some((type) => type === row.sought)) &&
      (view.period.kind === 'all' ||
        (row.referralMonth !== null && row.referralMonth >= from && row.referralMonth <= from + 11)),
  );
}

function ordered(rows: readonly DerivedRow[], order: RecordOrder | null): readonly number[] {
  const value = (row: DerivedRow) => (order ? (row[order.column] as number | string | null) : null);
  const sign = order?.descending ? -1 : 1;
  return [...rows]
    .sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      if (left === right) return a.rowId - b.rowId;
      if (left === null) return 1;
      if (right === null) return -1;
      return sign * (left < right ? -1 : 1);
    })
    .map(({ rowId }) => rowId);
}

describe('the rows behind a view', () => {
  test('come in windows that together are the view, each row once, in the order asked for', async () => {
    const order = fc.constantFrom<RecordOrder | null>(
      null,
      { column: 'totalWeeklyCost', descending: true },
      { column: 'totalWeeklyCost', descending: false },
      { column: 'referralDate', descending: false },
    );
    await fc.assert(
      fc.asyncProperty(
        poolRows,
        fc.constantFrom(...views),
        order,
        fc.integer({ min: 1, max: 40 }),
        async (rows, view, by, limit) => {
          const made = await testPool(rows);
          const request = { view, pool: made.pool, basis: 'referral' } as const;
          const [count] = await made.database.run(recordCount(request));
          const found: number[] = [];
          for (let offset = 0; offset < Number(count?.n); offset += limit) {
            const window = recordRows(await made.database.run(recordWindow(request, names, by, { offset, limit })));
            for (const { rowId, childId } of window) expect(childId).toBe(`child-${rowId}`);
            found.push(...window.map(({ rowId }) => rowId));
          }
          expect(found).toEqual(ordered(kept(made.rows, view), by));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('can be sorted by every column there is', async () => {
    const made = await testPool([{ placementType: 'Foster' }, {}]);
    const request = { view: defaultView, pool: made.pool, basis: 'referral' } as const;
    const held = await made.database.run({
      sql: `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'pool'`,
      parameters: [],
    });
    const there = new Set(['sourceName', ...held.map(({ name }) => String(name))]);
    for (const column of recordColumns.map(({ name }) => name).filter((name) => there.has(name))) {
      const query = recordWindow(request, [column], { column, descending: true }, { offset: 0, limit: 5 });
      expect(recordRows(await made.database.run(query)).length).toBe(2);
    }
  });

  test('never hold an officer’s name, and never a column nobody listed', () => {
    const officers = fields.filter(({ type }) => type === 'officer').map(({ name }) => name);
    expect(officers.length).toBeGreaterThan(0);
    for (const name of officers) expect(recordColumn(name)).toBeUndefined();
    const pool = {
      rows: 0,
      authorities: [],
      regions: [],
      months: { referral: null, placement: null },
      sources: [],
      packed: true,
    };
    const request = { view: defaultView, pool, basis: 'referral' } as const;
    const wanted = [...officers, 'rowId; DROP TABLE pool', 'childId'];
    const { sql } = recordWindow(
      request,
      wanted,
      { column: '1; DROP TABLE pool', descending: true },
      { offset: -3, limit: 0 },
    );
    expect(sql).not.toMatch(/DROP|fficer/);
    expect(sql).toContain('"childId"');
  });
});

test.each([
  ['la_code', 'E06000066', 'Somerset'],
  ['matched', false, 'No'],
  ['referralDate', '2025-04-09', '09/04/2025'],
  ['totalWeeklyCost', 1234.5, '£1,234.50'],
  ['siblingCount', 3, '3'],
  ['childId', null, ''],
])('the cell of %s %j reads %j', (name, value, text) => {
  const column = recordColumn(name);
  if (!column) throw new Error(`No column ${name}`);
  expect(recordText(column, value)).toBe(text);
});
