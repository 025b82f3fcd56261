/** Children placed into the authorities in view by others in the pool: the flows an authority cannot see in its own file. */
import type { Query } from '@/lib/database/database';
import type { Column } from '@/lib/figure/figure';
import { category, checked, count } from '@/lib/measure/check';
import { monthCondition, otherConditions } from '@/lib/measure/condition';
import { type Context, whereWords } from '@/lib/measure/context';
import { areaName } from '@/lib/measure/distance/area-name';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { cutWords, largestRow, sharedFlows, smallFlows } from '@/lib/measure/distance/drawn-flow';
import { allOf, always, anyOf, oneOf } from '@/lib/measure/fragment';
import { monthColumn } from '@/lib/measure/kept';
import type { Measure } from '@/lib/measure/measure';
import { numeric, placements, text, tooFew } from '@/lib/measure/words';
import { authorities } from '@/lib/place/authority';

/** Reads the pool, not `kept`: those placed into an authority are mostly not its own children. */
function incomingQuery(context: Context): Query {
  const { view, period } = context;
  const inRegions = authorities.filter(({ region }) => view.regions.includes(region)).map(({ code }) => code);
  const chosen = [...new Set([...view.authorities, ...inRegions])];
  const where = allOf([
    otherConditions(view),
    view.period.kind === 'all' ? always : monthCondition(monthColumn(context), period),
    chosen.length === 0 ? always : anyOf([oneOf('placement_la', chosen)]),
  ]);
  return {
    sql: `WITH cells AS MATERIALIZED (SELECT la_code, placement_la, count(*) AS n FROM pool
        WHERE placement_la IS NOT NULL AND placed AND ${where.sql} GROUP BY ALL)
      SELECT la_code::VARCHAR AS la, placement_la::VARCHAR AS area, n::DOUBLE AS n,
        (sum(n) OVER ())::DOUBLE AS total FROM cells WHERE la_code::VARCHAR <> placement_la::VARCHAR
      ORDER BY n DESC, 1, 2`,
    parameters: where.parameters,
  };
}

const columns: readonly Column[] = [
  { name: 'to', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'toName', label: 'Placed in', kind: 'dimension' },
  { name: 'from', label: 'Placing code', kind: 'dimension', hidden: true },
  { name: 'fromName', label: 'Placed by', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
];

export const distanceIncoming: Measure = {
  id: 'distance-incoming',
  title: 'Placed here by other authorities',
  pages: ['distance'],
  basis: 'placement',
  columns: [],
  definition: {
    words:
      'Placements made inside each authority in view by other authorities in the pool. Authorities outside the pool place children here too: this counts only what the pool holds.',
    formula: 'n(placing authority, placement authority), the two different',
    denominator: `Placements in the pool whose location is known, under the filters chosen, by any authority. ${cutWords}`,
    source: distanceSource,
  },
  subject: 'Placements by other authorities in the pool',
  by: 'by placing authority',
  queries: (context) => ({ incoming: incomingQuery(context) }),
  draft: (rows) => {
    const found = checked(rows, 'incoming', { la: category, area: category, n: count, total: count });
    const all = found[0]?.total ?? 0;
    const shared = sharedFlows((least) => found.filter(({ n }) => n >= least));
    const table = (flows: typeof shared) => ({
      columns,
      rows: flows.map(({ la, area, n }) => ({
        to: area ?? '',
        toName: areaName(area ?? ''),
        from: la ?? '',
        fromName: areaName(la ?? ''),
        n,
      })),
    });
    return {
      table: table(shared),
      working: () => ({ table: table(found), exclusions: [] }),
      disclosure: { kind: 'rounded', counts: ['n'] },
      charts: [{ kind: 'map', from: 'from', to: 'to', value: 'n' }],
      n: all,
      exclusions: smallFlows(all, shared),
      caveats: [distanceCaveats.boundary, 'Authorities that are not in the pool place children here too.'],
      warnings: [],
    };
  },
  headline: ({ table, n }, context) => {
    const first = largestRow(table.rows);
    const largest = numeric(first?.n);
    if (!first || largest === null) return n === 0 ? tooFew(n) : 'Every flow is too small to be shown';
    const where = context.view.authorities.length > 0 ? ` in ${whereWords(context)}` : '';
    const size = numeric(n);
    const sum = size === null ? '' : `${placements(size)}${where} by other authorities; `;
    return `${sum}the most by ${text(first.fromName)} in ${text(first.toName)} (${placements(largest)})`;
  },
};
