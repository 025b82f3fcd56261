import { expect, test } from 'vitest';
import { openBytes } from '@/lib/intake/open';
import { rows, xlsx } from '../workbook/fixture';

const line = (number: number, cells: readonly string[]) =>
  `<row r="${number}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const headings = ['child_ID', 'placement_type', 'dol', 'cost_total_weekly'];
const sheet = (name: string, child: string, state?: string) => ({
  name,
  xml: rows(line(1, headings) + (child === '' ? '' : line(2, [child, 'Foster', 'Yes', '900']))),
  ...(state && { state }),
});

test('a hidden sheet of placements is neither read nor passed over in silence', () => {
  const parts = openBytes('Somerset.xlsx', xlsx({ sheets: [sheet('Q1', 'C1'), sheet('Old', 'C2', 'hidden')] }));
  expect(parts.map(({ kind, name }) => [kind, name])).toEqual([
    ['table', 'Somerset.xlsx'],
    ['refused', 'Somerset.xlsx · Old'],
  ]);
  expect(parts[1]).toMatchObject({
    message: expect.stringContaining('hidden'),
    advice: expect.stringContaining('show'),
  });
});

test('a hidden sheet without rows, or of permitted values, is nothing to speak of', () => {
  const parts = openBytes(
    'Somerset.xlsx',
    xlsx({ sheets: [sheet('Q1', 'C1'), sheet('Spare', '', 'hidden'), sheet('Drop-downs', 'x', 'hidden')] }),
  );
  expect(parts).toHaveLength(1);
});
