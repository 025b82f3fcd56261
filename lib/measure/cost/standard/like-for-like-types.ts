/** Promises the comparison of authorities within each type of home: where the pounds above expected lie. */
import type { Cell, Column, TableRow, Withheld } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats } from '@/lib/measure/cost/caveat';
import {
  adjustedCaveats,
  adjustedCells,
  adjustedColumns,
  adjustedSentence,
  fewestAdjusted,
  tooSmallCells,
} from '@/lib/measure/cost/standard/adjusted';
import { adjustedAmong, likeForLikeDefinition } from '@/lib/measure/cost/standard/like-for-like';
import { authoritySums } from '@/lib/measure/cost/standard/log-cost-sums';
import { regionWords } from '@/lib/measure/cost/standard/region';
import { direction, secondOpinion } from '@/lib/measure/cost/standard/second-opinion';
import { type AuthorityCell, authorityStrata, strataRows } from '@/lib/measure/cost/standard/strata';
import type { Measure, Tables } from '@/lib/measure/measure';
import { dearestFirst, spoken } from '@/lib/measure/needs/type';
import { listed, numeric, placements, pounds, text } from '@/lib/measure/words';

const aside = new Set(['raw', 'shrunk']);

const columns: readonly Column[] = [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  ...adjustedColumns.map((column) => (aside.has(column.name) ? { ...column, hidden: true } : column)),
  { name: 'check', label: 'A second method, of all its types', kind: 'text' },
];

const unchecked: Withheld = { symbol: 'x', reason: 'No second opinion: too few placements' };

/** Every authority’s placements of one type, compared and shrunk among themselves. */
function typeRows(type: string, cells: readonly AuthorityCell[], context: Context, checks: ReadonlyMap<string, Cell>) {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const mean = n > 0 ? cells.reduce((sum, cell) => sum + cell.sum, 0) / n : 0;
  return adjustedAmong(cells, context).flatMap(({ code, name, result, shrunk }): TableRow[] => {
    if (result === null) return [];
    const shown = shrunk ? adjustedCells(result, shrunk, mean) : tooSmallCells(result.n, fewestAdjusted.authority);
    const check = shrunk ? (checks.get(code) ?? unchecked) : unchecked;
    return [{ la_code: code, la: name, secured: type, ...shown, check }];
  });
}

/** Dearest in all first; those too small to compare last. */
function byExcess(one: TableRow, other: TableRow): number {
  return (numeric(other.excess) ?? Number.NEGATIVE_INFINITY) - (numeric(one.excess) ?? Number.NEGATIVE_INFINITY) || 0;
}

const named = 3;

function headline({ table }: Tables): string {
  const compared = table.rows.filter((row) => numeric(row.adjusted) !== null);
  if (compared.length < 2) return 'Too few authorities with enough placements of one type to compare like for like';
  const more = compared.filter((row) => row.verdict === 'more' && numeric(row.excess) !== null).sort(byExcess);
  // One that a second method says paid less in all is not named, but counted.
  const clear = more.filter((row) => row.check !== 'less');
  const against = more.length - clear.length;
  const left =
    against === 0
      ? ''
      : `; left out: ${against === 1 ? 'one' : against} that a second method says paid less over all ${against === 1 ? 'its' : 'their'} types`;
  if (clear.length === 0) return `For no type of home did an authority clearly pay more than expected${left}`;
  const said = clear.slice(0, named).map((row, at) => {
    const amount = pounds(numeric(row.excess) ?? 0);
    const of = `${text(row.la)}, ${spoken(text(row.secured))}`;
    return at === 0
      ? `${of} (${amount} a week for its ${placements(numeric(row.n) ?? 0)} of the period together)`
      : `${of} (${amount})`;
  });
  return `Most above expected: ${listed(said)}${left}`;
}

export const likeForLikeTypes: Measure = {
  id: 'like-for-like-types',
  title: 'Cost like for like: authorities by type of home',
  pages: ['cost'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with a usable cost in the region',
  by: 'by placing authority and type of home',
  definition: {
    ...likeForLikeDefinition,
    denominator:
      'Authorities with at least 20 placements of the type; each type is compared and shrunk by itself. Above expected in all: O − E, which adds up to that of the authority.',
  },
  queries: (context) => ({ strata: authorityStrata(context), sums: authoritySums(context) }),
  draft: (rows, context) => {
    const cells = strataRows(rows);
    const ofType = (type: string) => cells.filter((cell) => cell.type === type);
    const effects = secondOpinion(rows, context).model?.groups ?? [];
    const sure = effects.filter(({ n }) => n >= fewestAdjusted.authority);
    const checks = new Map(sure.map((effect) => [effect.name, direction(effect)]));
    const found = dearestFirst.flatMap((type) => typeRows(type, ofType(type), context, checks)).sort(byExcess);
    return {
      table: { columns, rows: found },
      disclosure: { kind: 'derived', counts: ['n'] },
      charts: [],
      n: found.reduce((sum, row) => sum + (numeric(row.n) ?? 0), 0),
      exclusions: [],
      caveats: [
        ...adjustedCaveats,
        'An authority that buys one type dearly and another cheaply stands here with both; the comparison of all types adds them up.',
        ...costCaveats,
      ],
      warnings: [],
    };
  },
  headline,
  sentences: ({ table }, context) => {
    const region = regionWords(context);
    return table.rows
      .map((row) => adjustedSentence(`For ${spoken(text(row.secured))}, ${text(row.la)}`, row, region))
      .filter((said) => said !== '');
  },
};
