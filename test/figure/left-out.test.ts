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

test('what the figure rests on but does not list is told apart from what it leaves out', () => {
  expect(
    leftOut([
      { label: 'Home not known', n: 1460 },
      { label: 'Flows of fewer than 5 placements', n: 2020, counted: true },
    ]),
  ).toBe('Left out: home not known (1,460). Counted but not listed: flows of fewer than 5 placements (2,020).');
});
