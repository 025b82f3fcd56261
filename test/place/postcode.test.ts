import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlaceMeaning, placeText, readPostcode } from '@/lib/place/postcode';

const meanings: PlaceMeaning[] = ['postcode', 'sector', 'district', 'home'];
const meaning = fc.constantFrom(...meanings);
const outward = fc.stringMatching(/^(BS|TA|E|M|SW|EC|GL)[1-9]([0-9]|[A-W])?$/);
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const letters = fc.stringMatching(/^[A-Z]{2}$/);
const gap = fc.constantFrom(' ', '  ', '\u00a0', '-', ' - ', '.');

describe('what the column means settles how a place is read', () => {
  test.each([
    ['BS14', 'sector', { kind: 'sector', district: 'BS1', sector: 'BS1 4', warning: 'ambiguous' }],
    ['BS14', 'district', { kind: 'district', district: 'BS14', warning: 'ambiguous' }],
    ['BS14', 'home', { kind: 'district', district: 'BS14', warning: 'ambiguous' }],
    ['GL71', 'sector', { kind: 'sector', district: 'GL7', sector: 'GL7 1', warning: 'ambiguous' }],
    ['BS1 4', 'sector', { kind: 'sector', district: 'BS1', sector: 'BS1 4', warning: null }],
    ['BS148', 'home', { kind: 'sector', district: 'BS14', sector: 'BS14 8', warning: null }],
    ['SW1A1', 'sector', { kind: 'sector', district: 'SW1A', sector: 'SW1A 1', warning: null }],
    ['BS1', 'sector', { kind: 'district', district: 'BS1', warning: 'coarser' }],
    ['ta3 1', 'district', { kind: 'sector', district: 'TA3', sector: 'TA3 1', warning: 'finer' }],
    ['bs1 4aq', 'postcode', { kind: 'full', district: 'BS1', sector: 'BS1 4', warning: null }],
    ['BS1 4A', 'postcode', { kind: 'sector', district: 'BS1', sector: 'BS1 4', warning: 'cut short' }],
    ['M1 1AA', 'home', { kind: 'full', district: 'M1', sector: 'M1 1', warning: null }],
    ['M111AA', 'home', { kind: 'full', district: 'M11', sector: 'M11 1', warning: null }],
  ] as const)('%s in a %s column', (text, column, expected) => {
    expect(readPostcode(text, column)).toEqual(expected);
  });
});

describe('a cell without a place says why', () => {
  test.each([
    ['CON', 'Confidential'],
    ['Confidential - refuge', 'Confidential'],
    ['nfa', 'No fixed abode'],
    ['No fixed abode', 'No fixed abode'],
    ['UASC', 'Unaccompanied asylum-seeking child'],
    ['unknown', 'Not known'],
    ['N/A', 'Not known'],
    ['?', 'Not known'],
    ['PO Box 12', 'PO box'],
    ['P.O. Box 9', 'PO box'],
    ['abroad', 'Outside the United Kingdom'],
    ['Abandoned baby', 'Abandoned child'],
    ['ZZ99 3VZ', 'No fixed abode'],
    ['ZZ993WZ', 'Not known'],
  ])('%s', (text, reason) => {
    expect(readPostcode(text, 'home')).toEqual({ kind: 'special', reason });
  });

  test.each(['', '  ', '\u00a0'])('blank: "%s"', (text) => {
    expect(readPostcode(text, 'sector')).toEqual({ kind: 'blank' });
  });

  test('Northern Ireland and the islands are named, not unreadable', () => {
    expect(readPostcode('BT1 5GS', 'postcode')).toEqual({
      kind: 'elsewhere',
      district: 'BT1',
      where: 'Northern Ireland',
    });
    expect(readPostcode('JE2', 'home')).toEqual({ kind: 'elsewhere', district: 'JE2', where: 'Channel Islands' });
  });

  test.each(['12 High Street, Taunton', 'QQ1 1AA', 'somerset', '0117 900', 'BS', 'BS1 4AQ BS2'])(
    'unreadable: %s',
    (text) => {
      expect(readPostcode(text, 'home')).toEqual({ kind: 'unreadable' });
    },
  );
});

test('a full postcode reads the same however it is spaced, cased and whatever the column', () => {
  fc.assert(
    fc.property(outward, digit, letters, gap, meaning, fc.boolean(), (district, number, unit, space, column, lower) => {
      const text = `${district}${space}${number}${unit}`;
      const reading = readPostcode(lower ? ` ${text.toLowerCase()} ` : text, column);
      expect(reading).toMatchObject({ kind: 'full', district, sector: `${district} ${number}` });
      expect(readPostcode(district + number + unit, column)).toEqual(reading);
    }),
  );
});

test('a sector with its space is never ambiguous', () => {
  fc.assert(
    fc.property(outward, digit, gap, meaning, (district, number, space, column) => {
      const reading = readPostcode(`${district}${space}${number}`, column);
      expect(reading).toMatchObject({ kind: 'sector', district, sector: `${district} ${number}` });
    }),
  );
});

test('reading never throws, keeps no unit, and what is kept reads the same again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.tuple(outward, digit, letters).map(([a, b, c]) => `${a} ${b}${c}`),
  );
  fc.assert(
    fc.property(text, meaning, (cell, column) => {
      const reading = readPostcode(cell, column);
      const kept = placeText(reading);
      if (kept === null) return;
      const again = readPostcode(kept, 'home');
      expect(placeText(again)).toBe(kept);
      if ('district' in reading) expect(again).toMatchObject({ district: reading.district });
      else expect(again).toEqual(reading);
    }),
    { numRuns: 2000 },
  );
});
