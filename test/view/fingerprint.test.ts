import { describe, expect, test } from 'vitest';
import { comparePools, isPoolMark, type PoolDescription, poolMark, readPoolMark } from '@/lib/view/fingerprint';

const pool: PoolDescription = {
  name: 'South West',
  sources: [
    { name: 'somerset q1.csv', authority: 'E06000066', rows: 400 },
    { name: 'devon.csv', authority: 'E10000008', rows: 600 },
  ],
  authorities: ['E06000066', 'E10000008'],
  months: { from: 2024 * 12 + 3, to: 2026 * 12 + 2 },
};

describe('the mark of a pool', () => {
  test('names the pool, its authorities and months, and is read back', () => {
    const mark = poolMark(pool);
    expect(mark).toMatch(/^south-west\.2\.2024-04\.2026-03\.[0-9a-z]{7}$/);
    expect(readPoolMark(mark)).toMatchObject({ name: 'south-west', authorities: 2, months: pool.months });
  });

  test('is the same in whatever order files were opened, and whatever a copy is called', () => {
    const turned = { ...pool, sources: [...pool.sources].reverse(), authorities: [...pool.authorities].reverse() };
    expect(poolMark(turned)).toBe(poolMark(pool));
    const renamed = pool.sources.map((source) => ({ ...source, name: `${source.name} (1)` }));
    expect(poolMark({ ...pool, sources: renamed })).toBe(poolMark(pool));
  });

  test('differs with one row more', () => {
    const [first, ...rest] = pool.sources;
    if (first === undefined) throw new Error('no source');
    expect(poolMark({ ...pool, sources: [{ ...first, rows: 401 }, ...rest] })).not.toBe(poolMark(pool));
  });

  test('of a pool with no name, no dates or a strange name is still a mark', () => {
    for (const name of ['', '🙂', 'Ynys Môn', 'x'.repeat(200), '../../etc', `${'a'.repeat(39)} b`]) {
      expect(isPoolMark(poolMark({ ...pool, name }))).toBe(true);
      expect(isPoolMark(poolMark({ name, sources: [], authorities: [], months: null }))).toBe(true);
    }
  });

  test.each(['', 'south-west', 'a.1.2026-03.2024-04.0000000', 'a.1.2024-13.2025-01.0000000', 'A.1.none.0000000'])(
    '%j is not one',
    (text) => expect(isPoolMark(text)).toBe(false),
  );
});

describe('a link over a pool', () => {
  test('says nothing over its own', () => {
    expect(comparePools(poolMark(pool), pool)).toBeNull();
    expect(comparePools(null, pool)).toBeNull();
    expect(comparePools('junk', pool)).toBeNull();
  });

  test('asks for its pool by name and date where there is none', () => {
    expect(comparePools(poolMark(pool), null)).toBe(
      'This link was made over the pool “south-west” (2 authorities, April 2024 – March 2026). Open that pool’s files to see the same figures.',
    );
  });

  test('says what differs over another', () => {
    const other = { ...pool, name: 'Peninsula', authorities: ['E10000008'], months: null };
    expect(comparePools(poolMark(pool), other)).toBe(
      'This link was made over another pool: “south-west” (2 authorities, April 2024 – March 2026). This pool, “Peninsula”, holds 1 authority, no dates, so figures can differ.',
    );
    const corrected = { ...pool, sources: pool.sources.slice(1) };
    expect(comparePools(poolMark(pool), corrected)).toContain('its files or rows are not the same');
  });
});
