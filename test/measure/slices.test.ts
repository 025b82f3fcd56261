import { describe, expect, test } from 'vitest';
import { DatabaseCancelled } from '@/lib/database/database';
import { atOnce, inSlices } from '@/lib/measure/slices';

function* busy(turns: number): Generator<number, string> {
  for (let turn = 1; turn <= turns; turn += 1) {
    const until = performance.now() + 6;
    while (performance.now() < until);
    yield turn / turns;
  }
  return 'done';
}

describe('arithmetic in slices', () => {
  test('comes to what it would at once, and lets others have turns between', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    const seen: number[] = [];
    expect(await inSlices(busy(20), { onProgress: (share) => seen.push(share) })).toBe(atOnce(busy(3)));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(seen.every((share, at) => share > (seen[at - 1] ?? 0) && share <= 1)).toBe(true);
  });

  test('stops when told to', async () => {
    const stop = new AbortController();
    const run = inSlices(busy(1000), { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(run).rejects.toThrow(DatabaseCancelled);
  });
});
