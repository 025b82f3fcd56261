/** What placements cost at each distance, within a type: the two must not be mistaken for one another. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import type { Column, TableRow } from '@/lib/figure/figure';
import { money } from '@/lib/figure/format';
import { category, checked, count } from '@/lib/measure/check';
import { spreadCells, spreadColumns } from '@/lib/measure/cost/spread';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure } from '@/lib/measure/measure';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, text } from '@/lib/measure/words';
import { ascending, groupedSpread, plainGrouping, type Spread } from '@/lib/method/grouped-spread';
import { fineBandSql, fineBands } from '@/lib/place/band';

const query: Query = {
  sql: `SELECT secured::VARCHAR AS secured, list(totalWeeklyCost) AS costs, list(${fineBandSql()}) AS bands
    FROM kept WHERE slice <= 2 AND costOK GROUP BY secured`,
  parameters: [],
};
const setAside: Query = {
  sql: `SELECT count(*) FILTER (secured = 'No placement recorded')::DOUBLE AS "notPlaced",
    count(*) FILTER (secured <> 'No placement recorded' AND NOT costOK)::DOUBLE AS "noCost" FROM kept WHERE slice <= 2`,
  parameters: [],
};

const list = v.custom<{ toArray(): ArrayLike<number> }>(
  (value) => typeof value === 'object' && value !== null && 'toArray' in value && typeof value.toArray === 'function',
  'Expected a list',
);

function spreads(costs: ArrayLike<number>, bands: ArrayLike<number>): readonly Spread[] {
  const values = Float64Array.from(costs);
  const order = ascending(values);
  const sorted = new Float64Array(values.length);
  const codes = new Uint16Array(values.length);
  order.forEach((from, to) => {
    sorted[to] = values[from] ?? 0;
    codes[to] = bands[from] ?? 0;
  });
  return groupedSpread(sorted, codes, plainGrouping(fineBands.length));
}

const columns: readonly Column[] = [
  { name: 'group', label: 'Type and distance', kind: 'text' },
  { name: 'secured', label: 'Type of placement', kind: 'dimension', hidden: true },
  { name: 'distanceBand', label: 'Distance from home', kind: 'dimension', hidden: true },
  ...spreadColumns.map((column) =>
    column.name === 'n' ? { ...column, label: 'Placements with a usable cost' } : column,
  ),
];

function costRow(secured: string, distanceBand: string, spread: Spread): TableRow {
  return {
    group: `${secured}, ${distanceBand.charAt(0).toLowerCase()}${distanceBand.slice(1)}`,
    secured,
    distanceBand,
    ...spreadCells(spread),
  };
}

export const distanceCost: Measure = {
  id: 'distance-cost',
  title: 'Cost a week, by distance from home',
  pages: ['distance'],
  basis: 'placement',
  columns: ['secured', 'distanceMiles', 'costOK', 'totalWeeklyCost'],
  definition: {
    words: 'What newly agreed placements of a type cost a week, at each distance from home.',
    formula: 'n, mean, median, quartiles, 10th and 90th percentiles of total weekly cost, by type and band of distance',
    denominator: 'Placements with a total weekly cost from £100 to £100,000.',
    source: `Placements Data Standard, totalWeeklyCost; ${distanceSource}`,
  },
  subject: 'Placements with a usable cost',
  by: 'by type and distance from home',
  queries: () => ({ costs: query, setAside }),
  draft: (rows) => {
    const found = new Map(
      checked(rows, 'costs', { secured: category, costs: list, bands: list }).map(({ secured, costs, bands }) => [
        secured,
        spreads(costs.toArray(), bands.toArray()),
      ]),
    );
    const [aside] = checked(rows, 'setAside', { notPlaced: count, noCost: count });
    const table = typeValues.flatMap((secured) =>
      (found.get(secured) ?? []).flatMap((spread, band) =>
        spread.n === 0 ? [] : [costRow(secured, fineBands[band] ?? '', spread)],
      ),
    );
    return {
      table: { columns, rows: table },
      disclosure: { kind: 'costs' },
      charts: [{ kind: 'box', label: 'group', format: 'pounds' }],
      n: table.reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0),
      exclusions: [
        { label: 'No usable cost', n: aside?.noCost ?? 0 },
        { label: 'No placement recorded', n: aside?.notPlaced ?? 0 },
      ].filter(({ n }) => n > 0),
      caveats: [
        distanceCaveats.mix,
        'Cost is an estimate, recorded at different times under different contract terms: compare with caution.',
      ],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const said = typeValues.flatMap((secured) => {
      const median = (band: string) =>
        numeric(table.rows.find((row) => text(row.secured) === secured && text(row.distanceBand) === band)?.median);
      const [near, far] = [median(fineBands[0]), median(fineBands[4])];
      return near === null || far === null ? [] : [{ secured, near, far }];
    });
    const most = said.toSorted((a, b) => b.far - a.far)[0];
    if (!most) return 'Too few placements with a usable cost to compare near and far';
    return `Half of ${spoken(most.secured)} placements cost more than ${money(most.near)} a week within 5 miles of home, and more than ${money(most.far)} beyond 50`;
  },
};
