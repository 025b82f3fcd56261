import { expect, test } from 'vitest';
import { formatCell, formatInterval, percent, rowInterval } from '@/lib/figure/format';

test('a column of percentages has one decimal throughout, whole ones too', () => {
  expect([24.25, 4.751, -6.55, 74, 0.004].map((value) => formatCell(value, 'percentage'))).toEqual([
    ...['24.3', '4.8', '−6.6', '74.0', '0.0'],
  ]);
});

test('the interval of a row is in the form of what it is an interval of', () => {
  expect(rowInterval({ lower: 0.74, upper: 0.81 }, { kind: 'rate' })).toBe('74–81%');
  expect(rowInterval({ lower: 1.72, upper: 2.03 }, { kind: 'ratio' })).toBe('1.72–2.03');
  expect(rowInterval({ lower: 9, upper: 17.83 }, { kind: 'percentage' })).toBe('9.0–17.8');
  expect(rowInterval({ lower: -4.23, upper: 1.6 }, { kind: 'percentage' })).toBe('−4.2 to 1.6');
  expect(rowInterval({ lower: { symbol: 'u', reason: 'few' }, upper: 0.81 }, { kind: 'rate' })).toBe('');
});

test('a dash is never read as a minus', () => {
  expect(formatInterval(-10, -5, 'count')).toBe('−10 to −5');
});

test('a share has a decimal only where whole numbers would say nothing', () => {
  expect([0.784, 0.004, 0, 1].map(percent)).toEqual(['78%', '0.4%', '0%', '100%']);
});
