/** One query behind every rate of type asked for and type secured: cells first, then all levels from the few cells. */
import type { Query } from '@/lib/database/database';
import type { KeptColumn } from '@/lib/measure/column';

export const outcomeColumns: readonly KeptColumn[] = ['la_code', 'sought', 'secured', 'securedSuitability'];

const placed = `secured <> 'No placement recorded'`;
const single = `sought IN ('Foster', 'Residential', 'Supported Accommodation')`;

/** Name → which cells it counts. The secured type's suitability is Preferred exactly where it was one of those asked for. */
const conditions = {
  placed,
  matchK: `securedSuitability = 'Preferred'`,
  matchN: `${placed} AND sought <> 'Not stated'`,
  strictK: `${single} AND securedSuitability = 'Preferred'`,
  strictN: `${placed} AND ${single}`,
  acceptableK: `securedSuitability IN ('Preferred', 'Suitable but not preferred')`,
  unsuitableK: `securedSuitability = 'Unsuitable'`,
  specified: `securedSuitability <> 'Not specified'`,
  fosterN: `${placed} AND sought = 'Foster'`,
  fosterResidential: `sought = 'Foster' AND secured = 'Residential'`,
} as const;

/** The counts of every row of the query. */
export const outcomeCounts = ['total', ...Object.keys(conditions)] as const;

const sums = Object.entries(conditions)
  .map(([name, condition]) => `coalesce(sum(n) FILTER (${condition}), 0)::DOUBLE AS "${name}"`)
  .join(', ');

/** Two scans with few keys each take half the time of one with all of them. */
export const outcomeQuery: Query = {
  sql: `WITH times AS MATERIALIZED (
      SELECT slice, month, sought, secured, securedSuitability, count(*) AS n FROM kept GROUP BY ALL),
    places AS MATERIALIZED (
      SELECT slice, la_code, sought, secured, securedSuitability, count(*) AS n FROM kept GROUP BY ALL)
    SELECT slice, NULL::VARCHAR AS la_code, month, sought::VARCHAR AS sought,
      grouping(month, sought) + 4 AS level, sum(n)::DOUBLE AS total, ${sums}
    FROM times GROUP BY GROUPING SETS ((slice), (slice, month), (slice, times.sought), (slice, month, times.sought))
    UNION ALL SELECT slice, la_code::VARCHAR, NULL, NULL, 3, sum(n)::DOUBLE, ${sums}
    FROM places GROUP BY slice, places.la_code`,
  parameters: [],
};
