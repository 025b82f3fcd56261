import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMapping, writeMapping } from '@/lib/pool/mapping-file';

/** Names that could reach an object's prototype are not read from a file. */
const heading = fc.string().filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name));

describe('saved meanings of headings', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.dictionary(heading, fc.constantFrom('childId', 'neededBy', null)), (mapping) => {
        expect(readMapping(writeMapping(mapping))).toEqual({ kind: 'read', mapping: { ...mapping }, ignored: [] });
      }),
    );
  });

  test('leave out a field that the standard does not have, and say so', () => {
    const text = writeMapping({ Ref: 'childId', Old: 'fieldOfLongAgo' });
    expect(readMapping(text)).toEqual({ kind: 'read', mapping: { Ref: 'childId' }, ignored: ['Old'] });
  });

  test.each([
    '',
    '[]',
    '{"kind":"other"}',
    'childId,1',
    '{"kind":"sufficiency heading mapping","version":1,"headings":{"a":1}}',
  ])('are refused in words when they are something else: %j', (text) => {
    expect(readMapping(text)).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(/^This is not/) });
  });
});
