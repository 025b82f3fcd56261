import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeAddress, writeSoon } from '@/lib/view/address';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await writeAddress();
  vi.useRealTimers();
});

test('the address is written with the figures, and not once more after them', async () => {
  const write = vi.fn(async () => undefined);
  writeSoon(write);
  expect(write).not.toHaveBeenCalled();
  await writeAddress();
  expect(write).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  await writeAddress();
  expect(write).toHaveBeenCalledTimes(1);
});

test('figures that are long in coming do not keep the address waiting', () => {
  const write = vi.fn(async () => undefined);
  writeSoon(write);
  vi.advanceTimersByTime(99);
  expect(write).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(write).toHaveBeenCalledTimes(1);
});

test('of two choices in one moment the later writes for both', async () => {
  const [first, second] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  writeSoon(first);
  writeSoon(second);
  await writeAddress();
  vi.advanceTimersByTime(1_000);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledTimes(1);
});
