import { expect, test } from 'vitest';
import { drawnFlows, type Flow } from '@/components/map/flow';

const flow = (n: number, crosses: boolean): Flow => ({
  row: {},
  from: { x: 0, y: 0 },
  to: { x: 1, y: 1 },
  home: 'Devon',
  names: `Devon to ${n}`,
  n,
  crosses,
});

test('the map draws the largest flows, and the largest into another authority beside those within one', () => {
  const within = Array.from({ length: 100 }, (_, at) => flow(1000 - at, false));
  const across = Array.from({ length: 30 }, (_, at) => flow(100 - at, true));
  const drawn = drawnFlows([...within, ...across]);
  expect(drawn).toHaveLength(80);
  expect(drawn.filter(({ crosses }) => crosses).map(({ n }) => n)).toEqual(across.slice(0, 20).map(({ n }) => n));
  expect(drawn.map(({ n }) => n)).toEqual([...drawn.map(({ n }) => n)].sort((a, b) => b - a));
});

test('where no flow leaves its authority, or all do, the map draws the largest', () => {
  for (const crosses of [false, true]) {
    const all = Array.from({ length: 100 }, (_, at) => flow(1000 - at, crosses));
    expect(drawnFlows(all)).toEqual(all.slice(0, 80));
  }
  expect(drawnFlows([flow(5, true)])).toHaveLength(1);
});
