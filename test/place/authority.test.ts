import { describe, expect, test } from 'vitest';
import { type AuthorityMatch, authorities, findAuthority, findAuthorityInFileName } from '@/lib/place/authority';

const said = (match: AuthorityMatch): string =>
  match.kind === 'found'
    ? match.authority.code
    : match.kind === 'ambiguous'
      ? match.candidates.map((one) => one.code).join(' ')
      : '';

test('there are 153 authorities, each found by every code and name of its own', () => {
  expect(authorities).toHaveLength(153);
  for (const one of authorities) {
    const titles = [one.name, one.ofstedName].flatMap((name) => [
      name,
      `${name} Council`,
      `London Borough of ${name}`,
      name.toUpperCase(),
    ]);
    for (const text of [one.code, one.dfeCode, ...titles])
      expect([text, said(findAuthority(text))]).toEqual([text, one.code]);
  }
});

describe('names as people write them', () => {
  test.each([
    ['Bristol', 'E06000023'],
    ['Bristol City Council', 'E06000023'],
    ['BCP', 'E06000058'],
    ['Bournemouth, Christchurch & Poole', 'E06000058'],
    ['Cornwall Council', 'E06000052'],
    ['Royal Borough of Kensington & Chelsea', 'E09000020'],
    ['City of London', 'E09000001'],
    ['Durham', 'E06000047'],
    ['St Helens', 'E08000013'],
    ['B&NES', 'E06000022'],
    [' south  gloucestershire ', 'E06000025'],
    ['933.0', 'E06000066'],
    ['Gloucs', 'E10000013'],
    ['E06000066 Somerset', 'E06000066'],
    ['Somerset (933)', 'E06000066'],
    ['933 - Somerset Council', 'E06000066'],
    ['E10000027 Somerset', 'E06000066'],
    ['LA 933', 'E06000066'],
    ['DfE: 933', 'E06000066'],
    ['878 - Somerset', ''],
    ['Ward 933', ''],
    ['London', ''],
    ['Narnia', ''],
    ['', ''],
  ])('%s', (text, code) => {
    expect(said(findAuthority(text))).toBe(code);
  });
});

describe('reorganised authorities', () => {
  test.each([
    ['E10000027', 'E06000066'],
    ['E06000028', 'E06000058'],
    ['836', 'E06000058'],
    ['E10000009', 'E06000059'],
    ['E08000016', 'E08000038'],
    ['E08000019', 'E08000039'],
    ['Poole', 'E06000058'],
    ['E10000021', 'E06000061 E06000062'],
    ['909', 'E06000063 E06000064'],
    ['Cumbria County Council', 'E06000063 E06000064'],
  ])('%s', (text, codes) => {
    expect(said(findAuthority(text))).toBe(codes);
  });

  test('an authority that was split says so', () => {
    const match = findAuthority('E10000006');
    expect(match.kind === 'ambiguous' && match.reason).toBe(
      'E10000006 was split in a reorganisation: say Cumberland or Westmorland and Furness',
    );
  });
});

describe('file names', () => {
  test.each([
    ['Somerset_2024Q1.csv', 'E06000066'],
    ['north_somerset_q1.csv', 'E06000024'],
    ['E06000066-2024.csv', 'E06000066'],
    ['933_placements_2024.csv', 'E06000066'],
    ['Placements Data Bristol City Council Q1 2025 (v2).xlsx', 'E06000023'],
    ['BathNESomerset2024.csv', 'E06000022'],
    ['devon-cornwall.csv', 'E06000052 E10000008'],
    ['North Somerset and Somerset.csv', 'E06000024 E06000066'],
    ['Somerset and North Somerset Q1.csv', 'E06000024 E06000066'],
    ['Q1.zip · South West/Somerset/return.csv', 'E06000066'],
    ['Somerset Q1.zip · return.csv', 'E06000066'],
    ['Devon.zip · Somerset.csv', 'E06000066'],
    ['Devon pool.xlsx · Somerset', 'E06000066'],
    ['Somerset/devon-and-somerset.csv', 'E06000066'],
    ['Dorset/devon-and-somerset.csv', 'E06000066 E10000008'],
    ['pool 2024.csv', ''],
    ['episodes.csv', ''],
  ])('%s', (name, codes) => {
    expect(said(findAuthorityInFileName(name)).split(' ').sort().join(' ')).toBe(codes);
  });
});
