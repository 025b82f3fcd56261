import { describe, expect, test } from 'vitest';
import { placeKeys } from '@/components/chart/interval-key';

describe('the key of a chart of intervals', () => {
  test('is left out where there are intervals alone', () => {
    expect(placeKeys({}, 600)).toEqual({ keys: [], height: 0 });
  });

  test('stands on one line where there is room, and on several where there is not', () => {
    const labels = { comparison: 'Raw ratio', hollow: 'A second method does not say the same' };
    const wide = placeKeys(labels, 900);
    expect(wide.keys.map(({ sign, y }) => [sign, y])).toEqual([
      ['interval', 0],
      ['comparison', 0],
      ['hollow', 0],
    ]);
    const narrow = placeKeys(labels, 300);
    expect(new Set(narrow.keys.map(({ y }) => y)).size).toBeGreaterThan(1);
    expect(narrow.height).toBeGreaterThan(wide.height);
    for (const { x, label } of narrow.keys) expect(x + 28 + label.length * 6).toBeLessThanOrEqual(300);
  });
});
