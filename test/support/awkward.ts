/** A pool in which nearly every number is small: the hardest to publish without telling on a child. */
import type { KnownRow } from './returns';

type Group = readonly [la: string, sought: KnownRow['sought'], secured: KnownRow['secured'], n: number];

const groups: Readonly<Record<'first' | 'second', readonly Group[]>> = {
  first: [
    ['E06000066', 'Foster', 'Residential', 3],
    ['E06000066', 'Foster', 'Supported Accommodation', 1],
  ],
  // One child moved between two numbers that are hidden: every total is the same.
  second: [
    ['E06000066', 'Foster', 'Residential', 2],
    ['E06000066', 'Foster', 'Supported Accommodation', 2],
  ],
};

const rest: readonly Group[] = [
  ['E06000066', 'Foster', 'Foster', 41],
  ['E06000066', 'Foster', '', 2],
  ['E06000066', 'Residential', 'Residential', 13],
  ['E06000066', 'Residential', 'Foster', 2],
  ['E06000066', 'Supported Accommodation', 'Supported Accommodation', 8],
  ['E06000066', 'Supported Accommodation', 'Foster', 1],
  ['E10000008', 'Foster', 'Foster', 11],
  ['E10000008', 'Residential', 'Foster', 4],
  ['E10000008', 'Supported Accommodation', 'Supported Accommodation', 1],
];

export function awkwardRows(which: keyof typeof groups): readonly KnownRow[] {
  let at = 0;
  return [...groups[which], ...rest].flatMap(([la, sought, secured, n]) =>
    Array.from({ length: n }, (): KnownRow => {
      at += 1;
      const base = secured === 'Residential' ? 5013 : secured === 'Foster' ? 713 : 1409;
      return { childId: `${at}`, la, sought, secured, cost: secured === '' ? 0 : base + 7 * at, month: (at % 4) + 1 };
    }),
  );
}
