import type { Column } from '@/lib/figure/figure';
import { costCaveats, fewest } from '@/lib/measure/cost/caveat';
import { steady } from '@/lib/measure/cost/spread';
import { adjustedCaveats } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeDefinition } from '@/lib/measure/cost/standard/like-for-like';
import { authoritiesCompared } from '@/lib/measure/cost/standard/region';
import { authorityStrata, strataRows } from '@/lib/measure/cost/standard/strata';
import type { Measure } from '@/lib/measure/measure';
import { number } from '@/lib/measure/words';
import { regionalCosts } from '@/lib/method/like-for-like';
import { financialYearLabel } from '@/lib/view/month';

const columns: readonly Column[] = [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  { name: 'needBand', label: 'Level of need', kind: 'dimension' },
  { name: 'financialYear', label: 'Financial year of placement', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
  { name: 'mean', label: 'Mean paid', kind: 'pounds' },
  { name: 'regionN', label: 'Region: placements', kind: 'count' },
  { name: 'regionMean', label: 'Region: mean paid', kind: 'pounds' },
  { name: 'level', label: 'Compared within', kind: 'text' },
];

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
    const order = (band: string) => ['Lower', 'Medium', 'Higher'].indexOf(band);
    const own = shown.flatMap(({ code, name }) =>
      cells
        .filter((cell) => cell.la_code === code)
        .sort((a, b) => a.type.localeCompare(b.type) || order(a.band) - order(b.band) || a.year - b.year)
        .map((cell) => ({ code, name, cell, region: regional(cell) })),
    );
    return {
      table: {
        columns,
        rows: own.map(({ code, name, cell, region }) => ({
          la_code: code,
          la: name,
          secured: cell.type,
          needBand: cell.band,
          financialYear: cell.year > 0 ? financialYearLabel(cell.year) : 'No date',
          n: cell.n,
          mean: steady(cell.n, fewest.median, cell.sum / cell.n),
          regionN: region?.n ?? 0,
          regionMean: steady(region?.n ?? 0, fewest.median, region?.mean),
          level: region?.level ?? 'type',
        })),
      },
      disclosure: { kind: 'costs' },
      charts: [{ kind: 'groups', by: 'la' }],
      n: own.reduce((sum, { cell }) => sum + cell.n, 0),
      exclusions: [],
      caveats: [...costCaveats, ...adjustedCaveats],
      warnings: [],
    };
  },
  headline: ({ table }) => {
    const wide = table.rows.filter((row) => row.level !== 'type, need and year').length;
    const all = `The comparison rests on ${number(table.rows.length)} groups of the same type, level of need and year`;
    return wide === 0 ? all : `${all}; ${number(wide)} of them were too small in the region and use a wider group`;
  },
};
