import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, type Label } from '@/components/map/label';

const label = (text: string, x: number, y: number): Label => ({ key: text, text, x, y, anchor: 'middle' });

test('a label that would lie on an earlier one is left off; one beside it stays', () => {
  const labels = [label('Devon', 100, 100), label('Torbay', 110, 104), label('Plymouth', 100, 140)];
  expect(fitting(labels).map(({ text }) => text)).toEqual(['Devon', 'Plymouth']);
});

test('the first label is always written, and no label is made up', () => {
  const any = fc.record({
    ...{
      key: fc.string(),
      text: fc.string({ maxLength: 30 }),
      x: fc.double({ noNaN: true }),
      y: fc.double({ noNaN: true }),
    },
    anchor: fc.constantFrom('start', 'middle'),
  }) as fc.Arbitrary<Label>;
  fc.assert(
    fc.property(fc.array(any, { minLength: 1 }), (labels) => {
      const found = fitting(labels);
      expect(found[0]).toBe(labels[0]);
      expect(labels).toEqual(expect.arrayContaining([...found]));
    }),
  );
});
