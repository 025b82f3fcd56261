import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { addTable } from '@/lib/ingest/add';
import { editDistance } from '@/lib/ingest/proposal';
import { emptyPool } from '@/lib/ingest/remove';
import { poolColumns } from '@/lib/standard/column';
import { emptyPoolDatabase, load, problems, rows, value } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

describe('columns', () => {
  it('never lets an officer’s name into the engine’s tables', async () => {
    expect(poolColumns.map((column) => column.name).filter((name) => /officer/i.test(name))).toEqual([]);
    const result = await load(
      db,
      'child_ID,dol,name_of_officer_referral,Name of officer (placement),costOfficerName\nC1,Yes,Ann Smith,Ann Smith,Ann Smith\n',
    );
    expect(result.mapping.filter((one) => one.officer)).toHaveLength(3);
    expect(result.unknown).toEqual([]);
    for (const table of ['pool', 'problem', 'source']) {
      const text = JSON.stringify(await rows(db, `SELECT ${table}::VARCHAR AS x FROM ${table}`));
      expect(text).not.toContain('Smith');
    }
  });

  it.each([
    'Officer',
    'Name of referring officer',
    'officer_name_placement',
    'name_of_officer_refferal',
    'Social worker name',
    'Allocated worker',
    'Completed by',
  ])('leaves out a column headed %j too, whatever is said of it, for its cells may be names', async (heading) => {
    const text = `child_ID,dol,${heading}\nC1,Yes,Ann Smith\n`;
    const said = { [heading]: null };
    for (const mapping of [undefined, said]) {
      await emptyPool(db);
      const result = await load(db, text, mapping && { mapping });
      expect(result.mapping).toContainEqual({ heading, field: null, officer: true });
      expect(result.proposals ?? []).toEqual([]);
      for (const table of ['pool', 'problem', 'source'])
        expect(JSON.stringify(await rows(db, `SELECT ${table}::VARCHAR AS x FROM ${table}`))).not.toContain('Smith');
    }
  });

  it('keeps columns about officers’ work that hold no names', async () => {
    const result = await load(db, 'child_ID,dol,Date completed by,A worker for respite needed\nC1,Yes,1 May,Yes\n');
    expect(result.mapping.filter(({ officer }) => officer)).toEqual([]);
  });

  it('keeps other columns by their own heading, each once', async () => {
    const result = await load(db, "child_ID,dol,Team,team's 'own',Team,\nC1,Yes,North,x,South,y\nC2,No,,,,\n");
    expect(result.unknown).toEqual(['Team', 'Team (2)', 'column 6', "team's 'own'"]);
    expect(
      await rows(db, "SELECT childId AS c, bespoke['Team (2)'] AS t, bespoke IS NULL AS e FROM pool ORDER BY 1"),
    ).toEqual([
      { c: 'C1', t: 'South', e: false },
      { c: 'C2', t: null, e: true },
    ]);
  });

  it('uses the first of two columns that is not blank, and says so', async () => {
    const result = await load(db, 'child_ID,dol,Deprivation of Liberty Order\nC1,,Yes\nC2,No,Yes\n');
    expect(await rows(db, 'SELECT deprivationOfLiberty AS d FROM pool ORDER BY childId')).toEqual([
      { d: true },
      { d: false },
    ]);
    expect(result.problems).toContainEqual({
      rule: 'columns repeated',
      field: 'deprivationOfLiberty',
      severity: 'warning',
      rows: 1,
    });
  });

  it.each([
    ['chlid_ID', 'childId'],
    ['risk_to_child_self_ham', 'riskSelfHarm'],
    ['Residential care suitabilty', 'residentialCareSuitability'],
    ['total weekly cost (agreed)', 'totalWeeklyCost'],
    ['adaptation needed to the home', 'homeAdaptationRequired'],
  ])('proposes %s, and maps it only when confirmed', async (heading, field) => {
    const text = `child_ID,dol,pets,${heading}\nC1,Yes,No,No known risk\n`.replace(
      'child_ID,',
      heading === 'chlid_ID' ? '' : 'child_ID,',
    );
    const adding = load(db, text);
    if (field === 'childId') {
      await expect(adding).rejects.toMatchObject({ proposals: [expect.objectContaining({ heading, field })] });
    } else {
      const result = await adding;
      expect(result.proposals).toEqual([expect.objectContaining({ heading, field })]);
      expect(result.unknown).toEqual([heading]);
    }
    await emptyPool(db);
    const confirmed = await load(db, text, { mapping: { [heading]: field } });
    expect(confirmed.mapping).toContainEqual({ heading, field, officer: false });
  });

  it('proposes nothing for a heading of its own', async () => {
    const result = await load(db, 'child_ID,dol,Social worker team,Notes,Ethnicity\nC1,Yes,a,b,c\n');
    expect(result.proposals).toEqual([]);
  });

  it('counts edits between words', () => {
    expect(editDistance('chlid', 'child', 3)).toBe(1);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
    expect(editDistance('abc', 'uvwxyz', 2)).toBe(3);
  });

  it('tells vocabularies and what Yes means for education', async () => {
    const template = await load(db, 'child_ID,education_continuity,dol,provider_URN\nC1,Yes,No,1\n');
    expect([template.vocabulary, template.educationPolarity]).toEqual(['template', 'disrupted']);
    const json = await load(db, 'childId,educationContinuity,homeAdaptation,preferabilityLocation\nC1,Yes,No,No\n');
    expect([json.vocabulary, json.educationPolarity, json.template]).toEqual(['json', 'continued', 'v2 JSON']);
    const label = await load(db, 'Child ID,Education Continuity,Pets\nC1,Yes,No\n');
    expect([label.vocabulary, label.educationPolarity]).toEqual(['label', 'disrupted']);
  });

  it('says once which fields the file never asked', async () => {
    await load(db, 'child_ID,dol,risk_to_child_self_harm,risk_to_child_going_missing\nC1,Yes,,No known risk\n');
    expect(await problems(db, 'violation')).toEqual(['2 | riskSelfHarm | missing']);
    const never = await rows(
      db,
      "SELECT count(*) AS n FROM problem WHERE rule = 'not collected' AND sourceRow IS NULL",
    );
    expect(Number(never[0]?.n)).toBeGreaterThan(20);
    expect(await value(db, 'riskCollected')).toBe('1');
  });
});

describe('a table already split into cells', () => {
  it('loads as the same file would, with the sheet’s own row numbers', async () => {
    const result = await addTable(db, {
      name: 'Devon return.xlsx',
      rows: [['Return'], ['child_ID', 'dol', 'note'], ['C1', 'Yes', 'a, "b"\nc'], ['C2', 'maybe'], ['', '', '']],
      numbers: [1, 3, 7, 9, 10],
    });
    expect(result).toMatchObject({ status: 'loaded', rowsIn: 2, loaded: 2, setAside: 0, headerRow: 3 });
    expect(await problems(db, 'violation')).toEqual(['9 | deprivationOfLiberty | maybe | not understood']);
    expect(
      await rows(db, "SELECT bespoke['note'] AS n, la_code::VARCHAR AS la FROM pool ORDER BY childId LIMIT 1"),
    ).toEqual([{ n: 'a, "b"\nc', la: 'E10000008' }]);
  });

  it.each([[[]], [[['']]], [[['a', 'b']]], [[['child_ID', 'dol']]]])('refuses %j', async (table) => {
    await expect(addTable(db, { name: 'Devon.xlsx', rows: table })).rejects.toMatchObject({ name: 'UnreadableFile' });
  });
});
