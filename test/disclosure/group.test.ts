import { expect, test } from 'vitest';
import { Group, leftOut } from '@/lib/disclosure/group';

test('the same categories are one group', () => {
  expect(Group.of(['sought=Foster', 'month=2025-04'])).toBe(Group.of(['sought=Foster', 'month=2025-04']));
});

test('a label cannot make two groups one', () => {
  const [one, other] = [
    ['provider=A\tla=B', 'band=1'],
    ['provider=A', 'la=B\tband=1'],
  ].map((dimensions) => Group.of(dimensions));
  expect(one).not.toBe(other);
  expect(one?.key).not.toBe(other?.key);
  expect(one?.dimensions).toEqual(['provider=A\tla=B', 'band=1']);
});

test('only a group that says so first counts what a figure leaves out', () => {
  expect(Group.of([`${leftOut}No date`, 'sought=Foster']).isLeftOut).toBe(true);
  expect(Group.of(['sought=Foster', `${leftOut}No date`]).isLeftOut).toBe(false);
  expect(Group.of([]).isLeftOut).toBe(false);
});
