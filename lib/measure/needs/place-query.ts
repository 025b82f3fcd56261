/** One query behind location and sibling figures, by authority and month. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';

export const placeColumns: readonly KeptColumn[] = ['la_code', 'locationOutcome', 'siblingOutcome'];

const conditions = {
  locationK: 'locationOutcome = 1',
  locationN: 'locationOutcome <= 1',
  locationNotPlaced: 'locationOutcome = 2',
  locationNotRecorded: 'locationOutcome = 3',
  siblingAlone: 'siblingOutcome = 0',
  siblingPart: 'siblingOutcome = 1',
  siblingTogether: 'siblingOutcome = 2',
  siblingN: 'siblingOutcome <= 2',
  siblingNotPlaced: 'siblingOutcome = 3',
  siblingNone: 'siblingOutcome = 4',
  siblingNotRecorded: 'siblingOutcome = 5',
} as const;

export const placeCounts = ['total', ...Object.keys(conditions)] as const;

const sums = Object.entries(conditions)
  .map(([name, condition]) => `sum(if(${condition}, n, 0)) AS "${name}"`)
  .join(', ');

/** As the outcome query, but for type sought. */
export const placeQuery: Query = {
  sql: `WITH cells AS (
      SELECT slice, NULL::VARCHAR AS la_code, month, 4 AS level, locationOutcome, siblingOutcome, n
      FROM (SELECT slice, month, locationOutcome, siblingOutcome, count(*)::DOUBLE AS n FROM kept GROUP BY ALL)
      UNION ALL SELECT slice, la_code::VARCHAR, NULL, 3, locationOutcome, siblingOutcome, n
      FROM (SELECT slice, la_code, locationOutcome, siblingOutcome, count(*)::DOUBLE AS n FROM kept GROUP BY ALL))
    SELECT slice, la_code, month, NULL::VARCHAR AS sought, level, sum(n) AS total, ${sums}
    FROM cells GROUP BY slice, la_code, cells.month, level`,
  parameters: [],
};
