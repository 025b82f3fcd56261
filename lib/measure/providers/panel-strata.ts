/** What one provider's comparison like for like rests on: its types, levels of need and years beside the region's. */
import { providerAllowed } from '@/lib/disclosure/provider';
import type { TableRow } from '@/lib/figure/figure';
import { costCaveats } from '@/lib/measure/cost/caveat';
import { adjustedCaveats } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeDefinition } from '@/lib/measure/cost/standard/like-for-like';
import {
  inStrataOrder,
  paidCells,
  paidColumns,
  stratumCells,
  stratumColumns,
} from '@/lib/measure/cost/standard/like-for-like-strata';
import { type AuthorityCell, authorityStrata, oneProviderStrata, strataRows } from '@/lib/measure/cost/standard/strata';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { spoken } from '@/lib/measure/needs/type';
import { panelColumns } from '@/lib/measure/providers/panel-query';
import { ruleColumns } from '@/lib/measure/providers/provider-row';
import { listed, number, numeric } from '@/lib/measure/words';
import { regionalCosts } from '@/lib/method/like-for-like';

/** How many placements, and what the rule of providers asks of them. */
function users(cells: readonly AuthorityCell[]): { n: number; authorities: number; largestShare: number } {
  const counts = new Map<string, number>();
  for (const { la_code, n } of cells) counts.set(la_code ?? '', (counts.get(la_code ?? '') ?? 0) + n);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  return { n, authorities: counts.size, largestShare: Math.max(...counts.values()) / n };
}

function grouped(cells: readonly AuthorityCell[], keyOf: (cell: AuthorityCell) => string): AuthorityCell[][] {
  const groups = new Map<string, AuthorityCell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return [...groups.values()];
}

/** The cells of each stratum, in the order of the table. */
function strataOf(cells: readonly AuthorityCell[]): readonly (readonly AuthorityCell[])[] {
  const strata = grouped(cells, ({ type, band, year }) => `${type}|${band}|${year}`);
  return strata.sort(([a], [b]) => (a && b ? inStrataOrder(a, b) : 0));
}

const allowed = (cells: readonly AuthorityCell[]) => providerAllowed(users(cells), { kind: 'providers' });

/**
 * The strata of one type that may be shared: each passes the rule of providers by itself, and so does what is left of
 * the type without them, because the type's own mean is given elsewhere.
 */
function sharedStrata(type: readonly AuthorityCell[]): readonly (readonly AuthorityCell[])[] {
  if (!allowed(type)) return [];
  const all = strataOf(type);
  const shared = all.filter(allowed).sort((a, b) => users(b).n - users(a).n);
  const rest = () => all.filter((stratum) => !shared.includes(stratum)).flat();
  while (shared.length > 0 && rest().length > 0 && !allowed(rest())) shared.pop();
  return all.filter((stratum) => shared.includes(stratum));
}

const size = (rows: readonly TableRow[]) => rows.reduce((sum, { n }) => sum + (numeric(n) ?? 0), 0);

function tables(rows: RowsByQuery) {
  const own = strataRows(rows, 'own');
  const regional = regionalCosts(strataRows(rows));
  const columns = [...stratumColumns, { name: 'n', label: 'Placements', kind: 'count' } as const, ...ruleColumns];
  const table = (strata: readonly (readonly AuthorityCell[])[]) => ({
    columns: [...columns, ...paidColumns],
    rows: strata.flatMap((cells) => {
      const [first] = cells;
      if (first === undefined) return [];
      const { n, ...rule } = users(cells);
      const sum = cells.reduce((total, cell) => total + cell.sum, 0);
      return [{ ...stratumCells(first), n, ...rule, ...paidCells({ n, sum }, regional(first)) }];
    }),
  });
  const types = grouped(own, ({ type }) => type);
  return { shared: table(types.flatMap(sharedStrata)), exact: table(strataOf(own)) };
}

export function providerStrata(urn: string): Measure {
  return {
    id: 'provider-like-for-like-strata',
    title: 'What the comparison rests on',
    pages: ['providers', 'cost'],
    basis: 'placement',
    columns: panelColumns,
    subject: `Placements with provider ${urn} and a usable cost in the region`,
    by: 'by type, level of need and year',
    definition: {
      ...likeForLikeDefinition,
      words:
        'For each type of home, level of need and year of this provider’s placements: how many there were, what they cost, and what the region paid for the same. Types with fewer than 10 placements are listed, but not compared.',
    },
    queries: (context) => ({ strata: authorityStrata(context), own: oneProviderStrata(context, urn) }),
    draft: (rows) => {
      const { shared, exact } = tables(rows);
      const left = size(exact.rows) - size(shared.rows);
      return {
        table: shared,
        working: () => ({ table: exact, exclusions: [], n: size(exact.rows) }),
        disclosure: { kind: 'providers' },
        charts: [],
        n: size(shared.rows),
        exclusions:
          left > 0
            ? [{ label: 'In groups that may not be shared: too few, or nearly all one authority’s', n: left }]
            : [],
        caveats: [...adjustedCaveats, ...costCaveats],
        warnings: [],
      };
    },
    headline: ({ table }) => {
      const types = [...new Set(table.rows.flatMap(({ secured }) => (typeof secured === 'string' ? [secured] : [])))];
      if (types.length === 0) return 'Too few placements with a usable cost to show what the comparison rests on';
      const groups = table.rows.length === 1 ? '1 group' : `${number(table.rows.length)} groups`;
      return `Set beside the region in ${groups} of the same type, level of need and year: ${listed(types.map(spoken))}`;
    },
  };
}
