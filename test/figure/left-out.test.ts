import { expect, test } from 'vitest';
import type { Withheld } from '@/lib/figure/figure';
import { leftOut } from '@/lib/figure/left-out';

const few: Withheld = { symbol: 'c', reason: 'Too few to show.' } as Withheld;

test('reasons are told with their counts, as parts of one sentence', () => {
  expect(
    leftOut([
      { label: 'No cost recorded', n: 1160 },
      { label: 'no placement recorded', n: 115 },
    ]),
  ).toBe('Left out: no cost recorded (1,160), no placement recorded (115).');
});

test('reasons whose counts are hidden come together, after the others, under one symbol', () => {
  expect(
    leftOut([
      { label: 'Cost below £0', n: few },
      { label: 'No cost recorded', n: 160 },
      { label: 'Cost of £0', n: few },
    ]),
  ).toBe('Left out: no cost recorded (160); hidden [c]: cost below £0, cost of £0.');
});

test('nothing left out is nothing said', () => {
  expect(leftOut([{ label: 'No cost recorded', n: 0 }])).toBe('');
});

test('a name that is all capitals keeps them', () => {
  expect(leftOut([{ label: 'UASC', n: 12 }])).toBe('Left out: UASC (12).');
});
