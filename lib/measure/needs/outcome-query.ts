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

export const outcomeQuery: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT slice, la_code, month, sought, secured, securedSuitability, count(*) AS n FROM kept GROUP BY ALL)
    SELECT slice, la_code::VARCHAR AS la_code, month, sought::VARCHAR AS sought,
      grouping(la_code, month, sought) AS level, sum(n)::DOUBLE AS total, ${sums}
    FROM cells GROUP BY GROUPING SETS
      ((slice), (slice, la_code), (slice, month), (slice, sought), (slice, month, sought))`,
  parameters: [],
};
