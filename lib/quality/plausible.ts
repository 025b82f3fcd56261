/** Checks of one cell against another that the standard's rules do not name: each finds what is odd, and says of how many. */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { listOf, readRows } from '@/lib/pool/read';
import { type Where, whereSql } from './problems';

interface PlausibilityCheck {
  readonly name: string;
  readonly meaning: string;
  readonly effect: string;
  /** What a data lead does about it. */
  readonly advice: string;
  /** Rows the check can be made of, as SQL over the pool. */
  readonly of: string;
  /** Rows of those that are odd. */
  readonly odd: string;
}

const parts = ['coreWeeklyCost', 'additionalSupportWeeklyCost', 'educationWeeklyCost', 'otherWeeklyCost'];
const sum = parts.map((part) => `coalesce(${part}, 0)`).join(' + ');

const plausibilityChecks: readonly PlausibilityCheck[] = [
  {
    name: 'Costs off their breakdown',
    meaning: 'The parts differ from the total by more than £1 a week.',
    effect: 'Cost breakdown leaves these out; other cost figures use the total.',
    advice:
      'Add the four parts up against the invoice or contract, and correct the part or the total; leave blank parts nobody knows.',
    of: `totalWeeklyCost IS NOT NULL AND coalesce(${parts.join(', ')}) IS NOT NULL`,
    odd: `abs(${sum} - totalWeeklyCost) > 1`,
  },
  {
    name: 'Costs out of range',
    meaning: 'Under £100 or over £100,000 a week.',
    effect: 'Left out of every cost figure.',
    advice:
      'Look for a yearly, daily or hourly fee, a pound and pence without its point, or a cost put in to fill the cell; give the fee of a week.',
    of: 'totalWeeklyCost IS NOT NULL',
    odd: 'totalWeeklyCost NOT BETWEEN 100 AND 100000',
  },
  {
    name: 'Placement before referral',
    meaning: 'The placement starts before the referral was received.',
    effect: 'In one wrong period of every trend.',
    advice: 'Check both dates against the case record: often day and month, or the year, are swapped.',
    of: 'placementDate IS NOT NULL AND referralDate IS NOT NULL',
    odd: 'placementDate < referralDate',
  },
  {
    name: 'Placement long after referral',
    meaning: 'More than a year between referral and placement: often a mistyped year.',
    effect: 'In one wrong period of every trend.',
    advice: 'Check the year of both dates; where it is right, leave it.',
    of: 'placementDate IS NOT NULL AND referralDate IS NOT NULL',
    odd: 'placementDate > referralDate + 366',
  },
  {
    name: 'Type against provider',
    meaning: 'A provider’s URN that is nearly always another type of placement: one of the two is mistyped.',
    effect: 'Sought and secured, cost by type and the providers’ figures count it under the type recorded.',
    advice: 'Look the URN up in Ofsted’s list, and correct the URN or the type of placement.',
    of: 'urnRows >= 10 AND placed',
    odd: 'urnShare <= 0.1',
  },
  {
    name: 'Foster care with an unregistered provider',
    meaning: 'Foster carers are approved by a registered agency or an authority.',
    effect: 'Counted as unregistered in the providers’ figures.',
    advice: 'Give the agency’s or the authority’s URN, or correct the type of placement.',
    of: `placementType = 'Foster' AND registration <> 'Not recorded'`,
    odd: `registration = 'Unregistered'`,
  },
  {
    name: 'Supported accommodation under 16',
    meaning: 'Supported accommodation is for young people of 16 and 17.',
    effect: 'Counted under the type recorded.',
    advice: 'Check the age and the type; where both are right, leave it and tell the head of service.',
    of: `placementType = 'Supported Accommodation' AND age IS NOT NULL`,
    odd: 'age < 16',
  },
  {
    name: 'More siblings placed than sought',
    meaning: 'More siblings were placed together than there were to place. Some authorities count the child itself.',
    effect: 'Siblings together counts these as kept together.',
    advice:
      'Check both numbers; where the file counts the child itself, tick “Siblings placed count the child itself” beside the file.',
    of: 'siblingCount IS NOT NULL AND siblingsPlacedTogether IS NOT NULL',
    odd: 'siblingsPlacedTogether - siblingsIncludeChild::INTEGER > siblingCount',
  },
  {
    name: 'Siblings placed of a child who has none',
    meaning: 'Siblings to place with is NA, yet some were placed together.',
    effect: 'Left out of siblings together.',
    advice: 'Give the number of siblings to be placed with, or clear those placed together.',
    of: 'siblingsNotApplicable AND siblingsPlacedTogether IS NOT NULL',
    odd: 'siblingsPlacedTogether - siblingsIncludeChild::INTEGER > 0',
  },
  {
    name: 'A reason for another area, but a local home wanted',
    meaning: 'A reason for preferring another authority is given although the preferred location is local.',
    effect: 'Out-of-area reasons leave these out.',
    advice: 'Clear the reason where a local home was preferred, or correct the preferred location.',
    of: 'outOfLAReason IS NOT NULL AND isPreferredLocationLocal IS NOT NULL',
    odd: 'isPreferredLocationLocal',
  },
];

export interface PlausibilityCount {
  readonly check: PlausibilityCheck;
  readonly odd: number;
  readonly of: number;
  readonly examples: readonly string[];
}

const looked = `SELECT pool.*, source.name AS file, source.siblingsIncludeChild, urn.rows AS "urnRows", urn_type.rows / urn.rows AS "urnShare",
    pool.la_code::VARCHAR AS code, coalesce(placementMonth, referralMonth) // 3 AS quarter
  FROM pool JOIN (SELECT sourceId, name, siblingsIncludeChild FROM source) AS source USING (sourceId)
  LEFT JOIN (SELECT providerURN AS id, count(*) AS rows FROM pool WHERE registration = 'Registered' AND placed GROUP BY 1) AS urn
    ON urn.id = pool.providerURN
  LEFT JOIN (SELECT providerURN AS id, placementType AS kind, count(*) AS rows FROM pool
    WHERE registration = 'Registered' AND placed GROUP BY 1, 2) AS urn_type
    ON urn_type.id = pool.providerURN AND urn_type.kind = pool.placementType`;

const columns = plausibilityChecks
  .map(
    ({ of, odd }, at) => `count(*) FILTER ((${of})) AS of${at}, count(*) FILTER ((${of}) AND (${odd})) AS odd${at},
    min_by(file || ' row ' || sourceRow, sourceId * 10000000::BIGINT + sourceRow, 3) FILTER ((${of}) AND (${odd})) AS examples${at}`,
  )
  .join(',\n');

const entries = Object.fromEntries(
  plausibilityChecks.flatMap((_, at) => [
    [`of${at}`, v.number()],
    [`odd${at}`, v.number()],
    [`examples${at}`, v.unknown()],
  ]),
);

/** Every check, of one authority or all, one quarter or all. The type against the provider is judged from the whole pool. */
export async function readPlausibility(database: Database, where: Where): Promise<readonly PlausibilityCount[]> {
  const { sql, parameters } = whereSql(where);
  const [row] = await readRows(database, `SELECT ${columns} FROM (${looked}) WHERE ${sql}`, entries, parameters);
  return plausibilityChecks.map((check, at) => ({
    check,
    of: Number(row?.[`of${at}`] ?? 0),
    odd: Number(row?.[`odd${at}`] ?? 0),
    examples: listOf(row?.[`examples${at}`], String),
  }));
}
