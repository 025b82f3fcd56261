import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { downloadPool, setAsideCsv } from '@/lib/ingest/download';
import { emptyPool } from '@/lib/ingest/remove';
import { setSourceSettings } from '@/lib/ingest/settings';
import { fields } from '@/lib/standard/fields';
import { needFlags } from '@/lib/standard/needs';
import { contents, emptyPoolDatabase, load, problems, rows } from './support';

let db: Database;
beforeAll(async () => {
  db = await emptyPoolDatabase();
});
beforeEach(() => emptyPool(db));
afterAll(() => db.close());

/** A row that breaks no rule. */
const good: Readonly<Record<string, string>> = {
  childId: 'C1',
  neededBy: 'Today',
  siblingCount: '2',
  isPreferredLocationLocal: 'Yes',
  communicationNeeds: 'No',
  specificCommunicationRequirement: 'None',
  homeAdaptationRequired: 'No',
  culturalNeeds: 'Not Required',
  livingCompanions: 'Solo placement recommended',
  pets: 'Yes-can',
  additionalSupport: 'Additional supervision;Taxis to school',
  deprivationOfLiberty: 'No',
  fosterCareSuitability: 'Preferred',
  residentialCareSuitability: 'Suitable but not preferred',
  supportedAccommodationSuitability: 'Unsuitable',
  ...Object.fromEntries(
    fields.filter((one) => one.group === 'Risks' && one.type === 'category').map((one) => [one.name, 'No known risk']),
  ),
  totalWeeklyCost: '900',
  placementLocation: 'TA3',
  isLocationPreferred: 'Yes',
  isEducationContinuous: 'No',
  providerURN: '1234567',
  siblingsPlacedTogether: '2',
  placementType: 'Residential',
  referralDate: '2024-02-12',
  placementDate: '2024-03-21',
  costDate: '2024-03-25',
};

function file(...changes: readonly Readonly<Record<string, string>>[]): string {
  const names = [...new Set([...Object.keys(good), ...changes.flatMap((change) => Object.keys(change))])];
  const lines = changes.map((change, at) => {
    const row: Record<string, string> = { ...good, childId: `C${at + 1}`, ...change };
    return names.map((name) => `"${row[name] ?? ''}"`).join(',');
  });
  return `${names.join(',')}\n${lines.join('\n')}\n`;
}

describe('the rules of the standard', () => {
  it('finds nothing wrong with a good row', async () => {
    const result = await load(db, file({}));
    expect(result.problems).toEqual([]);
  });

  it.each([
    [{ neededBy: '' }, ['2 | neededBy | missing']],
    [{ fosterCareSuitability: '' }, ['2 | fosterCareSuitability | missing']],
    [{ riskMissing: '' }, ['2 | riskMissing | missing']],
    [{ riskMissing: 'Severe' }, ['2 | riskMissing | Severe | not understood']],
    [{ placementLocation: 'NOT A POSTCODE' }, ['2 | placementLocation | NOT A POSTCODE | not understood']],
    [
      { otherWeeklyCost: '-50', totalWeeklyCost: '-50' },
      ['2 | otherWeeklyCost | -50.0 | negative cost', '2 | totalWeeklyCost | -50.0 | negative cost'],
    ],
    [{ culturalNeeds: 'Other' }, ['2 | culturalNeedsOther | other not explained']],
    [{ culturalNeeds: 'Other', culturalNeedsOther: 'Elder' }, []],
    [{ additionalSupport: 'NA;Other' }, ['2 | additionalSupportOther | other not explained']],
    [
      { specificCommunicationRequirement: 'Other' },
      ['2 | specificCommunicationRequirementOther | other not explained'],
    ],
    [{ outOfLAReason: 'Other' }, ['2 | outOfLAReasonOther | other not explained']],
    [{ costDate: '31/02/2024' }, ['2 | costDate | 31/02/2024 | not understood']],
    [{ totalWeeklyCost: '£3,000-£3,500' }, ['2 | totalWeeklyCost | £3,000-£3,500 | not understood']],
  ])('%j is a violation', async (change, expected) => {
    await load(db, file(change as Record<string, string>));
    expect(await problems(db, 'violation')).toEqual(expected);
  });

  it.each([
    [{ totalWeeklyCost: '50' }, ['2 | totalWeeklyCost | 50.0 | cost out of range']],
    [{ totalWeeklyCost: '0' }, ['2 | totalWeeklyCost | 0.0 | cost out of range']],
    [{ totalWeeklyCost: '100001' }, ['2 | totalWeeklyCost | 100001.0 | cost out of range']],
    [
      { coreWeeklyCost: '600', otherWeeklyCost: '200' },
      ['2 | totalWeeklyCost | 900.0 against 800.0 | costs do not add up'],
    ],
    [{ coreWeeklyCost: '600', otherWeeklyCost: '300' }, []],
    [{ referralDate: '' }, ['2 | referralDate | placement without referral date']],
    [{ placementDate: '2024-01-01' }, ['2 | placementDate | 2024-01-01 | placement before referral']],
  ])('%j is a warning', async (change, expected) => {
    await load(db, file(change as Record<string, string>));
    expect(await problems(db, 'warning')).toEqual(expected);
  });

  it('doubts every date of a column in which one can only be month first', async () => {
    const lines = ['C1,02/12/24,2024-04-18', 'C2,04/18/24,18/04/2024', 'C3,31/31/24,'];
    await load(db, ['child_ID,Date_entry_referral,date_entry_placement', ...lines].join('\n'));
    const doubted = await rows(
      db,
      "SELECT field::VARCHAR AS f, sourceRow AS r FROM problem WHERE rule = 'month before day'",
    );
    expect(doubted).toEqual([{ f: 'referralDate', r: null }]);
  });

  it('finds a child referred twice on a day, within its authority and its file', async () => {
    await load(db, file({}, { childId: 'C1', totalWeeklyCost: '800' }));
    expect(await problems(db, 'warning')).toEqual(['2 | childId | C1 | duplicate', '3 | childId | C1 | duplicate']);
    await emptyPool(db);
    await load(db, file({}));
    await load(db, file({}), { name: 'Devon.csv' });
    expect(await problems(db, 'warning')).toEqual([]);
    expect(await rows(db, 'SELECT count(*) AS n FROM pool')).toEqual([{ n: 2 }]);
  });
});

describe('what is derived from a row', () => {
  it('follows methods §0', async () => {
    await load(
      db,
      file(
        {},
        {
          placementType: '',
          totalWeeklyCost: '900',
          residentialCareSuitability: 'Preferred',
          riskMissing: '',
          riskSelfHarm: 'Risk Present',
        },
      ),
    );
    const names =
      'sought, secured, placed, preferredCount, matched, securedSuitability, riskCount, riskCollected, costOK, registration';
    const found = await rows(
      db,
      `SELECT ${names
        .split(', ')
        .map((name) => `${name}::VARCHAR AS ${name}`)
        .join(', ')}, referralMonth FROM pool ORDER BY childId`,
    );
    expect(found).toEqual([
      {
        sought: 'Foster',
        secured: 'Residential',
        placed: 'true',
        preferredCount: '1',
        matched: 'false',
        securedSuitability: 'Suitable but not preferred',
        riskCount: '0',
        riskCollected: '11',
        costOK: 'true',
        registration: 'Registered',
        referralMonth: 2024 * 12 + 1,
      },
      {
        sought: 'Several preferred',
        secured: 'No placement recorded',
        placed: 'false',
        preferredCount: '2',
        matched: null,
        securedSuitability: null,
        riskCount: '1',
        riskCollected: '10',
        costOK: 'false',
        registration: 'Registered',
        referralMonth: 2024 * 12 + 1,
      },
    ]);
  });

  it.each([
    ['communicationNeeds', { communicationNeeds: 'Yes' }, true],
    ['communicationNeeds', { communicationNeeds: 'Not Specified' }, null],
    ['culturalNeeds', { culturalNeeds: 'Required' }, true],
    ['culturalNeeds', { culturalNeeds: 'Other', culturalNeedsOther: 'x' }, null],
    ['culturalNeeds', { culturalNeeds: 'Not Known' }, null],
    ['soloPlacement', {}, true],
    ['soloPlacement', { livingCompanions: 'No preference' }, false],
    ['petsMust', { pets: 'Yes-must' }, true],
    ['petsMust', { pets: 'Not known' }, null],
    ['supportSupervision', {}, true],
    ['supportTherapeutic', {}, false],
    ['supportTherapeutic', { additionalSupport: 'NA' }, false],
    ['supportTherapeutic', { additionalSupport: '' }, null],
    ['siblingGroup', {}, true],
    ['siblingGroup', { siblingCount: 'NA' }, false],
    ['siblingGroup', { siblingCount: '0' }, false],
    ['siblingGroup', { siblingCount: '' }, null],
    ['neededToday', { neededBy: '> 5 days' }, false],
    ['riskMissing', { riskMissing: 'Risk Present' }, true],
    ['riskMissing', { riskMissing: '' }, null],
    ['deprivationOfLiberty', { deprivationOfLiberty: '' }, null],
  ])('need %s with %j is %s', async (flag, change, expected) => {
    await load(db, file(change as Record<string, string>));
    expect(await rows(db, `SELECT need_${flag} AS x FROM pool`)).toEqual([{ x: expected }]);
  });

  it('has a column for each of the 23 needs', async () => {
    await load(db, file({}));
    const [row] = await rows(db, `SELECT ${needFlags.map((flag) => `need_${flag.name}`).join(', ')} FROM pool`);
    expect(Object.keys(row ?? {})).toHaveLength(23);
  });
});

describe('downloads', () => {
  it('reads back to the same pool', async () => {
    await load(
      db,
      file(
        { notes: "=cmd|'x'", 'my, own': 'line 1\nline 2', siblingCount: 'NA' },
        { isEducationContinuous: '', age: '12' },
      ),
    );
    await load(
      db,
      'child_ID,home_post,number_of_siblings_to_place_with,cost_total_weekly\n0012,ta3 1ab,0,1234.5678\n',
      { name: 'Devon.csv' },
    );
    const before = await contents(db);
    const written = new Uint8Array(await (await downloadPool(db)).arrayBuffer());
    expect(new TextDecoder().decode(written).split('\r\n')[0]).toMatch(/^la_code,childId,placementId,neededBy,/);
    expect(new TextDecoder().decode(written)).not.toMatch(/,=cmd/);
    await emptyPool(db);
    const again = await load(db, written, { name: 'pool.csv' });
    expect([again.loaded, again.setAside]).toEqual([3, 0]);
    expect(await contents(db)).toEqual(before);
  });

  it.each(['=1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', '@x', '-x', '+x', "'=x"])(
    'gives %s to no spreadsheet as a formula, in a cell or a heading, and reads it back as it was',
    async (text) => {
      await load(db, `child_ID,Date_entry_referral,placement_ID,"${text} note"\nC1,2025-04-01,"${text}","${text}"\n`);
      const before = await contents(db);
      const written = await (await downloadPool(db)).text();
      expect(written).not.toMatch(/(^|[,"\n])[=+@＝＋－＠-]/);
      await emptyPool(db);
      await load(db, written, { name: 'pool.csv', authority: 'E06000066' });
      expect(await contents(db)).toEqual(before);
    },
  );

  it('says education and siblings in one way, whatever each file said', async () => {
    const result = await load(db, 'child_ID,education_continuity,how_many_siblings_were_placed_together\nC1,Yes,3\n');
    await setSourceSettings(db, result.sourceId, { siblingsIncludeChild: true });
    const written = new Uint8Array(await (await downloadPool(db)).arrayBuffer());
    await emptyPool(db);
    const again = await load(db, written, { name: 'pool.csv' });
    expect(again.educationPolarity).toBe('continued');
    expect(await rows(db, 'SELECT isEducationContinuous AS e, siblingsPlacedTogether AS s FROM pool')).toEqual([
      { e: false, s: 2 },
    ]);
  });

  it('lists the rows set aside', async () => {
    await load(db, 'child_ID,dol\nC1,Yes\n,Yes\nABCD2012,No\nTBC,No\n\x1a\n');
    const text = await (await setAsideCsv(db)).text();
    const lines = text.trim().split(/\r?\n/);
    expect(lines[0]).toBe('file,row,field,value,severity,problem,what to do');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'Somerset.csv,3,childId,',
      'Somerset.csv,4,childId,ABCD2012',
      'Somerset.csv,5,childId,TBC',
      // The mark that once ended a file is no child.
      'Somerset.csv,6,childId,',
    ]);
  });
});
