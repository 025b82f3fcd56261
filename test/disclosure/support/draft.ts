import type { Column, Disclosure, Draft, TableRow } from '@/lib/figure/figure';

const kinds: Readonly<Record<string, Column['kind']>> = {
  la: 'dimension',
  provider: 'dimension',
  secured: 'dimension',
  need: 'dimension',
  flag: 'text',
  k: 'count',
  n: 'count',
  n1: 'count',
  authorities: 'number',
  largestShare: 'rate',
  rate: 'rate',
  lower: 'rate',
  upper: 'rate',
  comparisonK: 'count',
  comparisonN: 'count',
  comparisonRate: 'rate',
  mean: 'pounds',
  median: 'pounds',
  q1: 'pounds',
  p90: 'pounds',
  maximum: 'pounds',
  rr: 'ratio',
};

/** A draft of one table whose columns are of the kinds their names say. */
export function draftOf(disclosure: Disclosure, rows: readonly TableRow[], more: Partial<Draft> = {}): Draft {
  const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, label: name, kind: kinds[name] ?? 'number' }));
  const base = { charts: [], n: 400, exclusions: [], caveats: [], warnings: [] };
  return { table: { columns, rows }, disclosure, ...base, ...more };
}
