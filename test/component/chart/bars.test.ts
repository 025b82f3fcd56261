import { describe, expect, test } from 'vitest';
import { barsOf } from '@/components/chart/bars';

const hidden = { symbol: 'c', reason: 'Hidden because it is below 5' } as const;
const rows = [
  { type: 'Foster', band: 'Near', n: 60 },
  { type: 'Foster', band: 'Far', n: 20 },
  { type: 'Residential', band: 'Near', n: hidden },
  { type: 'Residential', band: 'Far', n: 10 },
];
const chart = { kind: 'bar', label: 'type', value: 'n', series: 'band', format: 'count' } as const;

describe('bars', () => {
  test('that share out a whole leave one out whose parts are not all shown: what is shown would look like all of it', () => {
    expect(barsOf(rows, { ...chart, layout: 'share' })).toEqual([
      { label: 'Foster', Near: 60, Far: 20 },
      { label: 'Residential (not shown)' },
    ]);
  });

  test('that may not be shown say so: no bar would look like none', () => {
    const single = { kind: 'bar', label: 'reason', value: 'k', layout: 'single', format: 'count' } as const;
    const reasons = [
      { reason: 'No cost', k: 40 },
      { reason: 'Cost of £0', k: hidden },
      { reason: 'Below £0', k: 0 },
    ];
    expect(barsOf(reasons, single)).toEqual([
      { label: 'No cost', value: 40 },
      { label: 'Cost of £0 [c]', value: null },
      { label: 'Below £0', value: 0 },
    ]);
  });

  test('that add up show what may be shown', () => {
    expect(barsOf(rows, { ...chart, layout: 'stacked' })).toEqual([
      { label: 'Foster', Near: 60, Far: 20 },
      { label: 'Residential', Near: null, Far: 10 },
    ]);
  });
});
