/**
 * A score that leaving blanks cannot raise: the share of required cells that are recorded, in their list and plausible,
 * of all that the standard wants in every row that came. Every blank costs as much as a wrong value.
 */
import * as v from 'valibot';
import type { Database } from '@/lib/database/database';
import { countedOnce } from '@/lib/ingest/identity';
import { readRows } from '@/lib/pool/read';
import { recordedSql, requiredFields } from '@/lib/pool/required';
import { quote, quoteAll } from '@/lib/standard/sql';

/** Said on the page, next to the score. */
export const scoreWords =
  'The score is the share of required cells that are recorded, valid and plausible, of all required cells in every row sent. A blank, a value outside its list, a value that cannot be right and a column left out all count the same: as a cell that is not good. A row set aside counts with none of its cells good, and each repeat of a referral costs one cell. Checks against optional columns (the cost breakdown, siblings to be placed with) are listed below but are not in the score, because leaving the optional column blank would then raise it.';

interface QuarterScore {
  readonly quarter: number;
  readonly n: number;
  readonly score: number;
}

export interface AuthorityScore {
  /** GSS code; null for rows set aside from a file of several authorities. */
  readonly code: string | null;
  readonly placements: number;
  readonly setAside: number;
  /** 0–1. */
  readonly score: number;
  /** Share of required cells recorded at all, 0–1. */
  readonly recorded: number;
  /** Quarters with a date, in order; rows set aside and undated ones are in the score but in no quarter. */
  readonly quarters: readonly QuarterScore[];
}

/** What a required cell must also pass, from itself alone. The referral date's checks are in `datesSql`. */
const plausible: Readonly<Record<string, string>> = { totalWeeklyCost: 'totalWeeklyCost BETWEEN 100 AND 100000' };

const good = requiredFields
  .filter((field) => field.name !== 'referralDate')
  .map((field) => {
    const more = plausible[field.name];
    return `count(*) FILTER (${recordedSql(field)}${more ? ` AND ${more}` : ''})`;
  })
  .join(' + ');
const recorded = requiredFields.map((field) => `count(*) FILTER (${recordedSql(field)})`).join(' + ');
const quarter = 'coalesce(placementMonth, referralMonth) // 3';

/** Rows counted once were sent more than once: leaving them out would let a repeat go unpunished. */
const sent = `(FROM pool UNION ALL SELECT * EXCLUDE (why) FROM superseded WHERE why = ${quote(countedOnce)})`;

const cellsSql = `SELECT la_code::VARCHAR AS code, ${quarter} AS quarter, count(*) AS n, ${good} AS good, ${recorded} AS recorded
  FROM ${sent} GROUP BY ALL`;

/**
 * Good referral dates: one for a child and date, however often it was sent, and only if a placement of it is not earlier.
 * One cell answers for both checks, so that leaving it blank never costs less than what it was blamed for.
 */
const datesSql = `SELECT code, quarter, count(*) AS good FROM (
    SELECT la_code::VARCHAR AS code, min(${quarter}) AS quarter FROM ${sent}
    WHERE referralDate IS NOT NULL AND coalesce(placementDate >= referralDate, true)
    GROUP BY la_code, childId, referralDate)
  GROUP BY ALL`;

/** Reasons that set a child's row aside; headings repeated, totals, notes and examples are no child's. */
const childReasons = ['no child ID', 'no authority', 'authority not known', 'cells out of place'];
const setAsideSql = `SELECT s.la_code AS code, count(*) AS n FROM problem p JOIN source s USING (sourceId)
  WHERE severity = 'set aside' AND rule::VARCHAR IN (${quoteAll(childReasons)}) GROUP BY ALL`;

const code = v.nullable(v.string());
const inQuarter = v.nullable(v.number());

/** Scores of every authority in the pool, by code; null last. */
export async function readScores(database: Database): Promise<readonly AuthorityScore[]> {
  const cells = await readRows(database, cellsSql, {
    code,
    quarter: inQuarter,
    n: v.number(),
    good: v.number(),
    recorded: v.number(),
  });
  const dates = await readRows(database, datesSql, { code, quarter: inQuarter, good: v.number() });
  const aside = await readRows(database, setAsideSql, { code, n: v.number() });
  const codes = [...new Set([...cells, ...aside].map((row) => row.code))].sort((a, b) =>
    (a ?? '~').localeCompare(b ?? '~'),
  );
  const dated = (whose: string | null, at?: number | null) =>
    dates
      .filter((row) => row.code === whose && (at === undefined || row.quarter === at))
      .reduce((sum, row) => sum + row.good, 0);
  return codes.map((whose) => {
    const own = cells.filter((row) => row.code === whose);
    const total = (key: 'n' | 'good' | 'recorded') => own.reduce((sum, row) => sum + row[key], 0);
    const setAside = aside.filter((row) => row.code === whose).reduce((sum, { n }) => sum + n, 0);
    const wanted = (total('n') + setAside) * requiredFields.length;
    return {
      code: whose,
      placements: total('n'),
      setAside,
      score: (total('good') + dated(whose)) / wanted,
      recorded: total('recorded') / wanted,
      quarters: own
        .flatMap((row) =>
          row.quarter === null
            ? []
            : [
                {
                  quarter: row.quarter,
                  n: row.n,
                  score: (row.good + dated(whose, row.quarter)) / (row.n * requiredFields.length),
                },
              ],
        )
        .sort((a, b) => a.quarter - b.quarter),
    };
  });
}
