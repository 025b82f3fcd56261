/** How often the home found was in the location preferred. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { category, checked, count, slice } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { type Counts, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { placeColumns, placeCounts, placeQuery } from '@/lib/measure/needs/place-query';
import { type Rate, rateColumns, rateSentence, sideCells } from '@/lib/measure/needs/rate';
import { rateByAuthority, rateDraft, rateTrend, splitDraft } from '@/lib/measure/needs/rate-measure';

export const locationMatchSpec: Rate = {
  id: 'location-match',
  title: 'Placed in the preferred location',
  query: placeQuery,
  counts: placeCounts,
  columns: placeColumns,
  k: (counts) => counts.locationK ?? 0,
  n: (counts) => counts.locationN ?? 0,
  excluded: (counts) => [
    { label: 'whether the location was preferred not recorded', n: counts.locationNotRecorded ?? 0 },
    { label: 'no placement recorded', n: counts.locationNotPlaced ?? 0 },
  ],
  subject: 'Placements with the location recorded as preferred or not',
  kLabel: 'In the preferred location',
  nLabel: 'Placements with an answer',
  say: (share) => `${share} were placed in the preferred location`,
  definition: {
    words:
      'How often the placement is in the location that was preferred. Beside it: whether the preferred location was local, and the reason recorded for going outside the authority.',
    formula: 'preferred location Yes ÷ (Yes + No)',
    denominator:
      'Rows where the preferability of the placement location was answered. Left out: not recorded; no placement.',
    source:
      'Placements Data Standard (2025 v2, 2026): preferability of placement location. Interval: Wilson (1927), 95%.',
  },
  caveats: ['A preferred location may itself be far from home, for the child’s safety.', caveats.foundOnly],
};

const whereQuery: Query = {
  sql: `SELECT slice, locationOutcome, localCode, outOfLAReason::VARCHAR AS reason, count(*)::DOUBLE AS n
    FROM kept GROUP BY slice, locationOutcome, localCode, outOfLAReason`,
  parameters: [],
};

const notRecorded = 'Not recorded';
const locals = ['Local', 'Not local', notRecorded] as const;
const reasons = ['Safeguarding concerns', 'Bail conditions', 'Court order', 'Other', 'No reason recorded'] as const;

interface Where {
  readonly slice: number;
  readonly local: string;
  readonly reason: string;
  readonly counts: Counts;
}

function whereRows(rows: RowsByQuery): readonly Where[] {
  const code = v.nullable(v.number());
  const entries = { slice, locationOutcome: v.number(), localCode: code, reason: category, n: count };
  return checked(rows, 'where', entries).map(({ slice, locationOutcome, localCode, reason, n }) => ({
    slice,
    local: localCode === null ? notRecorded : localCode === 1 ? 'Local' : 'Not local',
    reason: reason ?? 'No reason recorded',
    counts: { locationK: locationOutcome === 1 ? n : 0, locationN: locationOutcome <= 1 ? n : 0 },
  }));
}

function split(
  where: readonly Where[],
  key: 'local' | 'reason',
  values: readonly string[],
  context: Context,
): readonly TableRow[] {
  return values.map((value) => ({
    [key]: value,
    ...sideCells(
      locationMatchSpec,
      sideCounts(
        where.filter((row) => row[key] === value),
        context,
      ),
      context,
    ),
  }));
}

export const locationMatch: Measure = {
  id: locationMatchSpec.id,
  title: locationMatchSpec.title,
  pages: ['needs'],
  basis: 'referral',
  columns: [...placeColumns, 'localCode', 'outOfLAReason'],
  definition: locationMatchSpec.definition,
  subject: locationMatchSpec.subject,
  by: 'by whether the preferred location was local',
  queries: () => ({ levels: placeQuery, where: whereQuery }),
  draft: (rows, context) => {
    const where = whereRows(rows);
    const base = rateDraft(locationMatchSpec, levelRows(rows, 'levels', placeCounts), context);
    const rates = rateColumns(locationMatchSpec, context);
    const local: Column = { name: 'local', label: 'Preferred location', kind: 'dimension' };
    const reason: Column = { name: 'reason', label: 'Reason for placing outside the authority', kind: 'dimension' };
    const byLocal = { columns: [local, ...rates], rows: split(where, 'local', locals, context) };
    const own = splitDraft(base, 'local', byLocal, context);
    return {
      ...base,
      ...own,
      extra: {
        ...own.extra,
        reason: {
          table: { columns: [reason, ...rates], rows: split(where, 'reason', reasons, context) },
          disclosure: { kind: 'rates' },
        },
      },
    };
  },
  headline: (tables, context) => rateSentence(tables, context, locationMatchSpec.say),
};

export const locationMatchByAuthority = rateByAuthority(locationMatchSpec);
export const locationMatchTrend = rateTrend(locationMatchSpec);
