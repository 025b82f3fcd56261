import { expect, test } from 'vitest';
import { shortened } from '@/components/chart/long';
import { figure } from '../../export/sample';

const types = ['Foster', 'Residential'];
const names = Array.from({ length: 40 }, (_, index) => `Authority ${index}`);
const rows = types.flatMap((type) => names.map((name) => ({ label: `${type}: ${name}`, median: 900 })));
const long = { ...figure, table: { columns: figure.table.columns, rows } };
const chart = { kind: 'box', label: 'label', format: 'pounds' } as const;

test('a long chart in panels keeps the first lines of every panel and counts lines, not rows', () => {
  const { shown, hidden } = shortened(long, chart, false);
  expect(hidden).toBe(20);
  const kept = shown.table.rows.map(({ label }) => label);
  expect(kept).toHaveLength(40);
  expect(kept).toContain('Foster: Authority 19');
  expect(kept).toContain('Residential: Authority 19');
  expect(kept).not.toContain('Residential: Authority 20');
  expect(shortened(long, chart, true)).toMatchObject({ hidden: 0 });
});
