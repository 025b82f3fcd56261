import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareRows, southWest } from '@/data/generate/authorities';
import { drawDay, firstDay, isoDay, lastDay } from '@/data/generate/calendar';
import { encode } from '@/data/generate/encode';
import { createRandom } from '@/data/generate/random';
import { costText, dateText, quoted } from '@/data/generate/writing';
import { parse } from './read-return';

test('the first and last day are those of the eight quarters', () => {
  expect([isoDay(firstDay), isoDay(lastDay)]).toEqual(['2024-04-01', '2026-03-31']);
});

test('draws stay in their range and repeat with their seed', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), (seed, stream) => {
      const one = createRandom(seed, stream);
      const other = createRandom(seed, stream);
      for (let draw = 0; draw < 20; draw++) {
        const value = one.next();
        expect(value).toBe(other.next());
        expect(value >= 0 && value < 1).toBe(true);
      }
      const day = drawDay(one);
      expect(day >= firstDay && day <= lastDay).toBe(true);
      expect(one.weighted({ never: 0, always: 2 })).toBe('always');
    }),
  );
});

test('uniform draws are uniform and normal draws normal', () => {
  const random = createRandom(1, 'moments');
  const normals = Array.from({ length: 40_000 }, () => random.normal());
  const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
  const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normals.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
});

test('shared rows always add up', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), (rows) => {
      expect(shareRows(southWest, rows).reduce((sum, share) => sum + share, 0)).toBe(rows);
    }),
  );
});

test('a quoted cell reads back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string().filter((text) => !text.includes('\r')),
        { minLength: 1 },
      ),
      (cells) => {
        const line = cells.map((cell) => quoted(cell, ';')).join(';');
        expect(parse(`${line}\n`, ';')).toEqual([cells]);
      },
    ),
  );
});

test('dates and costs are written in the house’s way', () => {
  const day = firstDay + 8;
  expect(dateText(day, { dates: 'd Mmm yyyy' })).toBe('9 Apr 2024');
  expect(dateText(day, { dates: 'dd-mm-yy' })).toBe('09-04-24');
  expect(dateText(45_334 - 25_569, { dates: 'iso' })).toBe('2024-02-12');
  expect(dateText(45_334 - 25_569, { dates: 'serial' })).toBe('45334');
  expect(costText(4500, { costs: '£4,500' })).toBe('£4,500');
  expect(costText(1234567.5, { costs: '£4,500.00' })).toBe('£1,234,567.50');
  expect(costText(812.4, { costs: 'plain' })).toBe('812.40');
});

test('Windows-1252 refuses what it has no byte for', () => {
  expect([...encode('£–', 'windows-1252')]).toEqual([0xa3, 0x96]);
  expect(() => encode('≤', 'windows-1252')).toThrow();
});
