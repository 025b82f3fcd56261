import { describe, expect, it } from 'vitest';
import { type FeedbackProblem, feedbackBook, feedbackFile } from '@/lib/export/feedback';
import { readXlsx } from '@/lib/workbook/xlsx';

const problem = (rest: Partial<FeedbackProblem>): FeedbackProblem => ({
  authority: 'E06000066',
  file: 'Somerset 2026 Q1.xlsx',
  row: 12,
  child: 'C12',
  column: 'placement_location',
  columnNumber: 32,
  value: 'NOT A POSTCODE',
  expected: 'The first half of a postcode, such as TA3.',
  severity: 'violation',
  ...rest,
});
const request = {
  authority: { code: 'E06000066', name: 'Somerset' },
  period: 'January to March 2026',
  written: '2026-11-21',
  rows: 120,
  problems: [
    problem({
      severity: 'warning',
      row: 4,
      child: 'C4',
      column: 'cost_total_weekly',
      value: '-50',
      expected: 'At least £100 a week.',
    }),
    problem({}),
    problem({ row: 9, child: '=C9', value: '=1+1' }),
    problem({
      row: null,
      child: '',
      column: 'risk_to_child_sexual_exploitation',
      value: '',
      expected: 'Add this column.',
    }),
  ],
};

describe('feedbackFile', () => {
  it('lists the cells to look at, gravest first, with row, column, address, value and what is expected', async () => {
    const file = await feedbackFile(request);
    const [, cells] = readXlsx(file.content).sheets;
    expect(file.name).toBe('INTERNAL feedback Somerset January to March 2026.xlsx');
    expect(cells?.rows.map((row) => row.cells)).toEqual([
      ['File', 'Row', 'Child ID', 'Column', 'Cell', 'What it says', 'What is expected', 'How grave'],
      [
        'Somerset 2026 Q1.xlsx',
        'whole column',
        '',
        'risk_to_child_sexual_exploitation',
        '',
        '',
        'Add this column.',
        'Must fix',
      ],
      [
        'Somerset 2026 Q1.xlsx',
        '9',
        "'=C9",
        'placement_location',
        'AG9',
        "'=1+1",
        'The first half of a postcode, such as TA3.',
        'Must fix',
      ],
      [
        'Somerset 2026 Q1.xlsx',
        '12',
        'C12',
        'placement_location',
        'AG12',
        'NOT A POSTCODE',
        'The first half of a postcode, such as TA3.',
        'Must fix',
      ],
      ['Somerset 2026 Q1.xlsx', '4', 'C4', 'cost_total_weekly', 'AG4', '-50', 'At least £100 a week.', 'Please check'],
    ]);
  });

  it('begins with what to do and the commonest mistakes', async () => {
    const [cover] = readXlsx((await feedbackFile(request)).content).sheets;
    const lines = cover?.rows.map((row) => row.cells) ?? [];
    expect(lines[1]).toEqual(['January to March 2026. 120 rows read, 4 cells to look at.']);
    expect(lines.slice(6, 10)).toEqual([
      ['How grave', 'Column', 'Cells', 'What is expected'],
      ['Must fix', 'placement_location', '2', 'The first half of a postcode, such as TA3.'],
      ['Must fix', 'risk_to_child_sexual_exploitation', '1', 'Add this column.'],
      ['Please check', 'cost_total_weekly', '1', 'At least £100 a week.'],
    ]);
  });

  it('refuses another authority’s rows', () => {
    const problems = [...request.problems, problem({ authority: 'E06000022' })];
    expect(() => feedbackBook({ ...request, problems })).toThrowError('E06000066 was given a row of E06000022');
  });
});
