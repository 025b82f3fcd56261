import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/lib/database/database';
import { feedbackBook } from '@/lib/export/feedback';
import { addFile } from '@/lib/ingest/add';
import { emptyPool } from '@/lib/pool/change';
import { effectOf } from '@/lib/quality/effect';
import { readFeedback } from '@/lib/quality/feedback';
import { readPlausibility } from '@/lib/quality/plausible';
import { readProblemGroups } from '@/lib/quality/problems';
import { allRules } from '@/lib/quality/rules';
import { readTrend } from '@/lib/quality/trend';
import { loadFiles } from '@/lib/session/load';
import { holdRows, openTestPool, perfectRow } from './pool';

let database: Database;
beforeAll(async () => {
  database = await openTestPool();
});
afterAll(() => database.close());

const everywhere = { authority: null, quarter: null };
const pooled = [
  'la_code,childId,referralDate,placementDate,neededBy,placementType,totalWeeklyCost',
  'E06000066,1,2025-04-01,2025-04-02,sometime,Foster,900',
  'E10000008,2,2025-04-01,2025-03-01,Today,Foster,20',
  'E10000008,3,2025-07-01,2025-07-02,later,Foster,=1+1',
  ',4,2025-07-01,2025-07-02,Today,Foster,900',
].join('\n');

async function holdPooled(): Promise<void> {
  await emptyPool(database);
  await addFile(database, { name: '=pooled.csv', content: new TextEncoder().encode(pooled) });
}

describe('the problems of a pool', () => {
  test('are none of violations or warnings where every cell is right', async () => {
    await holdRows(database, [perfectRow('1')]);
    const groups = await readProblemGroups(database, everywhere);
    expect(groups.filter(({ severity, rule }) => severity !== 'note' && rule !== 'not collected')).toEqual([]);
  });

  test('name the files with most of them first, and look there', async () => {
    await emptyPool(database);
    const file = (name: string, answers: readonly string[]) =>
      addFile(database, {
        name,
        content: new TextEncoder().encode(
          ['la_code,childId,neededBy', ...answers.map((answer, at) => `E10000008,${at},${answer}`)].join('\n'),
        ),
      });
    await file('few.csv', ['soon', 'Today']);
    await file('many.csv', ['Today', 'soon', 'soon', 'later']);
    const found = (await readProblemGroups(database, everywhere)).find(
      ({ rule, field }) => rule === 'not understood' && field === 'neededBy',
    );
    expect(found).toMatchObject({
      cells: 4,
      sources: 2,
      files: [
        { file: 'many.csv', cells: 3 },
        { file: 'few.csv', cells: 1 },
      ],
      examples: ['many.csv row 3', 'many.csv row 4', 'many.csv row 5'],
    });
  });

  test('are counted by rule and field with places to look, for all, one authority or one quarter', async () => {
    await holdPooled();
    const find = async (where: Parameters<typeof readProblemGroups>[1]) =>
      (await readProblemGroups(database, where)).find(
        ({ rule, field }) => rule === 'not understood' && field === 'neededBy',
      );
    expect(await find(everywhere)).toMatchObject({
      cells: 2,
      sources: 1,
      severity: 'violation',
      files: [{ file: '=pooled.csv', cells: 2 }],
      examples: ['=pooled.csv row 2', '=pooled.csv row 4'],
    });
    expect(await find({ authority: 'E10000008', quarter: null })).toMatchObject({
      cells: 1,
      examples: ['=pooled.csv row 4'],
    });
    expect(await find({ authority: 'E10000008', quarter: Math.floor((2025 * 12 + 3) / 3) })).toBeUndefined();
  });

  test('come in the order of harm done, and each says what it does to the figures', async () => {
    await holdPooled();
    const groups = await readProblemGroups(database, everywhere);
    const harm = groups.map((group) => group.harm);
    expect(harm).toEqual([...harm].sort((a, b) => b - a));
    expect(groups.every(({ effect }) => effect.endsWith('.'))).toBe(true);
    expect(groups.find(({ rule }) => rule === 'not collected')).toMatchObject({ cells: 3 });
  });

  test('have a trend by quarter', async () => {
    await holdPooled();
    const { quarters, cells } = await readTrend(database, null);
    expect(quarters.map(({ label, placements }) => [label, placements])).toEqual([
      ['2024-25 Q4', 1],
      ['2025-26 Q1', 1],
      ['2025-26 Q2', 1],
    ]);
    expect([...(cells.get('violation|not understood|neededBy') ?? [])].map(([, n]) => n)).toEqual([1, 1]);
  });

  test('of a cell off its partner are found with of how many', async () => {
    await holdPooled();
    const found = await readPlausibility(database, everywhere);
    const of = (name: string) => found.find(({ check }) => check.name === name);
    expect(of('Placement before referral')).toMatchObject({ odd: 1, of: 3, examples: ['=pooled.csv row 3'] });
    expect(of('Costs out of range')).toMatchObject({ odd: 1, of: 2 });
    expect(of('Costs off their breakdown')).toMatchObject({ odd: 0, of: 0, examples: [] });
  });

  test('of every rule have words for their effect', () => {
    expect(allRules.length).toBeGreaterThan(60);
    for (const rule of allRules) expect(effectOf(rule)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the feedback pack', () => {
  test('holds one authority’s cells and nobody else’s, with the column as the file spells it', async () => {
    await holdPooled();
    const request = await readFeedback(database, {
      authority: { code: 'E10000008', name: 'Devon' },
      headingOf: (_source, field) => (field === 'neededBy' ? { heading: 'needed by', index: 4 } : undefined),
      written: '2026-01-02',
    });
    expect(request).toMatchObject({ rows: 2, period: 'March 2025 – July 2025' });
    expect(new Set(request.problems.map(({ row }) => row))).toEqual(new Set([null, 3, 4]));
    expect(request.problems).toContainEqual(
      expect.objectContaining({ row: 4, column: 'needed by', columnNumber: 4, value: 'later', severity: 'violation' }),
    );
    expect(() => feedbackBook(request)).not.toThrow();
  });

  test('asks for nothing twice, nor for what is right, and names the columns to add', async () => {
    const heading = 'child_ID,cultural_needs,placement_type,Date_entry_referral,cost_total_weekly';
    const lines = [
      'ABCD2012,,,,',
      'C1,Other,Foster,,50',
      'C1,Other,Foster,,50',
      'C2,,Foster,01/04/2025,900',
      'Total,,,,950',
      ',,Foster,,900',
    ];
    const again = `${heading}\nC2,,Foster,01/04/2025,950`;
    const files = [`${heading}\n${lines.join('\n')}`, again].map((text, at) => ({
      name: `Devon 2025-0${at + 5}-01.csv`,
      content: new Blob([text]),
    }));
    await emptyPool(database);
    await loadFiles(database, files);
    const { problems } = await readFeedback(database, {
      authority: { code: 'E10000008', name: 'Devon' },
      headingOf: () => undefined,
      written: '2026-01-02',
    });
    const said = problems
      .filter(({ row }) => row !== null)
      .map(({ row, child, column, value, severity }) => `${row} ${child} ${column} ${value} ${severity}`);
    expect(said).toEqual([
      '2  Child ID ABCD2012 note',
      '3 C1 Cultural needs other  violation',
      '3 C1 Date the referral was received  violation',
      '3 C1 Total cost, £ a week 50 warning',
      '4  Child ID C1 note',
      '6  Child ID Total note',
      '7  Child ID  set aside',
    ]);
    const columns = problems.filter(({ row }) => row === null);
    expect(columns.map(({ column }) => column)).toContain('risk_to_child_self_harm');
    expect(columns.every(({ column, expected }) => expected.includes(`headed “${column}”`))).toBe(true);
  });
});
