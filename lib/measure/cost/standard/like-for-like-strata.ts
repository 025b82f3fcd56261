import type { Column, TableRow, Withheld } from '@/lib/figure/figure';
import { costCaveats } from '@/lib/measure/cost/caveat';
import { adjustedCaveats } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeDefinition } from '@/lib/measure/cost/standard/like-for-like';
import { authoritiesCompared } from '@/lib/measure/cost/standard/region';
import { authorityStrata, strataRows } from '@/lib/measure/cost/standard/strata';
import type { Measure } from '@/lib/measure/measure';
import { number } from '@/lib/measure/words';
import { type Expected, regionalCosts, type Stratum } from '@/lib/method/like-for-like';
import { financialYearLabel } from '@/lib/view/month';

/** The stratum a row is of. */
export const stratumColumns: readonly Column[] = [
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  { name: 'needBand', label: 'Level of need', kind: 'dimension' },
  { name: 'financialYear', label: 'Financial year of placement', kind: 'dimension' },
];

/** What was paid in it, and what that is compared with. */
export const paidColumns: readonly Column[] = [
  { name: 'mean', label: 'Mean paid', kind: 'pounds' },
  { name: 'regionN', label: 'Region: placements', kind: 'count' },
  { name: 'regionMean', label: 'Region: mean paid', kind: 'pounds' },
  { name: 'level', label: 'Compared within', kind: 'text' },
];

const columns: readonly Column[] = [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  ...stratumColumns,
  { name: 'n', label: 'Placements', kind: 'count' },
  ...paidColumns,
];

const bands = ['Lower', 'Medium', 'Higher'];

/** By type, from lower to higher need, the earlier year first. */
export function inStrataOrder(a: Stratum, b: Stratum): number {
  return a.type.localeCompare(b.type) || bands.indexOf(a.band) - bands.indexOf(b.band) || a.year - b.year;
}

export function stratumCells(stratum: Stratum): TableRow {
  const financialYear = stratum.year > 0 ? financialYearLabel(stratum.year) : 'No date';
  return { secured: stratum.type, needBand: stratum.band, financialYear };
}

export function paidCells({ n, sum }: { readonly n: number; readonly sum: number }, region: Expected | null): TableRow {
  return {
    mean: sum / n,
    regionN: region?.n ?? 0,
    regionMean: region?.mean ?? nothingPaid,
    level: region?.level ?? 'type',
  };
}

const nothingPaid: Withheld = { symbol: 'z', reason: 'The region has no placement of the type' };

/** The rows behind a comparison: the chosen authorities’ strata, or every authority’s where none is chosen. */
export const likeForLikeStrata: Measure = {
  id: 'like-for-like-strata',
  title: 'Cost like for like: what each comparison rests on',
  pages: ['cost'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with a usable cost in the region',
  by: 'by placing authority, type, level of need and year',
  definition: likeForLikeDefinition,
  queries: (context) => ({ strata: authorityStrata(context) }),
  draft: (rows, context) => {
    const cells = strataRows(rows);
    const regional = regionalCosts(cells);
    const { authorities } = context.view;
    const shown = authoritiesCompared(context).filter(
      ({ code }) => authorities.length === 0 || authorities.includes(code),
    );
    const own = shown.flatMap(({ code, name }) =>
      cells
        .filter((cell) => cell.la_code === code)
        .sort(inStrataOrder)
        .map((cell) => ({ code, name, cell })),
    );
    return {
      table: {
        columns,
        rows: own.map(({ code, name, cell }) => ({
          ...{ la_code: code, la: name, ...stratumCells(cell), n: cell.n },
          ...paidCells(cell, regional(cell)),
        })),
      },
      disclosure: { kind: 'costs' },
      charts: [{ kind: 'groups', by: 'la' }],
      n: own.reduce((sum, { cell }) => sum + cell.n, 0),
      exclusions: [],
      caveats: [...adjustedCaveats, ...costCaveats],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const wide = table.rows.filter((row) => row.level !== 'type, need and year').length;
    const all = `The comparison rests on ${number(table.rows.length)} groups of the same type, level of need and year`;
    return wide === 0 ? all : `${all}; ${number(wide)} of them were too small in the region and use a wider group`;
  },
};
