/** How often a home was found more than 20 miles from home, where the distance is known. */
import type { Query } from '@/lib/database/database';
import type { Rate } from '@/lib/measure/needs/rate';

const counts = {
  known: 'far <= 1',
  over: 'far = 1',
  unknown: 'far = 2',
} as const;

const sums = Object.entries(counts)
  .map(([name, condition]) => `coalesce(sum(n) FILTER (${condition}), 0)::DOUBLE AS "${name}"`)
  .join(', ');

const query: Query = {
  sql: `WITH cells AS MATERIALIZED (
      SELECT slice, la_code, month, far, count(*) AS n FROM (
        SELECT slice, la_code, month,
          (CASE WHEN distanceMiles > 20 THEN 1 WHEN distanceMiles IS NULL THEN 2 ELSE 0 END)::TINYINT AS far
        FROM kept WHERE secured <> 'No placement recorded') GROUP BY ALL)
    SELECT slice, la_code::VARCHAR AS la_code, month, NULL::VARCHAR AS sought,
      grouping(la_code, month) * 2 + 1 AS level, sum(n)::DOUBLE AS total, ${sums}
    FROM cells GROUP BY GROUPING SETS ((slice), (slice, la_code), (slice, month))`,
  parameters: [],
};

export const distanceSpec: Rate = {
  id: 'over-20-miles',
  title: 'More than 20 miles from home, where known',
  query,
  counts: ['total', ...Object.keys(counts)],
  columns: ['la_code', 'secured', 'distanceMiles'],
  k: (found) => found.over ?? 0,
  n: (found) => found.known ?? 0,
  excluded: (found) => [{ label: 'distance not known or not recorded', n: found.unknown ?? 0 }],
  subject: 'Placements with the distance from home known',
  kLabel: 'More than 20 miles',
  nLabel: 'Placements with the distance known',
  say: (share) => `${share} were placed more than 20 miles from home, where the distance is known`,
  definition: {
    words:
      'How often the placement is more than 20 miles from home in a straight line, as DfE measures it: rounded to one decimal, then banded; 20.0 is "20 miles or less".',
    formula: 'distance > 20 miles ÷ placements with the distance known',
    denominator:
      'Placements made with the distance known. DfE’s own denominator keeps the unknown: see the distance page.',
    source: 'DfE, Children looked after in England: methodology. Interval: Wilson (1927), 95%.',
  },
  caveats: [
    'Home is not in the national standard: distance is recorded, worked out from districts, or not known. Between districts it can be about a mile out.',
    'Not knowing can be right: unaccompanied asylum-seeking children, abandoned babies, confidential addresses.',
  ],
};
