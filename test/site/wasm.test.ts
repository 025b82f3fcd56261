import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportSection, exportsOf, importNames, importSection, moduleOf, sectionsOf } from '@/lib/site/wasm';
import { exportedNames, handMade } from '../support/wasm';

const sections = sectionsOf(handMade);
const one = (id: number) => sections.filter((section) => section.id === id);

test('a module is its sections, byte for byte', () => {
  expect(WebAssembly.validate(handMade)).toBe(true);
  expect(sections.map(({ id }) => id)).toEqual([1, 2, 3, 7, 10]);
  expect(moduleOf(sections)).toEqual(handMade);
});

test('imports of every kind are read by name', () => {
  expect(one(importSection).map((section) => [...importNames(section)])).toEqual([
    ['both', 'table', 'memory', 'place'],
  ]);
});

test('exports are read by name, in their order', () => {
  expect(one(exportSection).map((section) => exportsOf(section).map(({ name }) => name))).toEqual([exportedNames]);
});

test('half a module, and what is none, are refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: handMade.length - 1 }), (length) => {
      const half = handMade.subarray(0, length);
      // A module may end after any of its sections.
      if (WebAssembly.validate(half)) return;
      const read = () => sectionsOf(half).map(({ whole }) => whole.length);
      try {
        expect(read().reduce((sum, size) => sum + size, 8)).toBe(length);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
  expect(() => sectionsOf(new TextEncoder().encode('<!DOCTYPE html>'))).toThrow('no WebAssembly module');
});
