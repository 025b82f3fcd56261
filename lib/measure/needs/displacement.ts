/** Where placements went when the one type asked for was not found. */

import type { Column, TableRow } from '@/lib/figure/figure';
import { type Context, viewSlices } from '@/lib/measure/context';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, notStated, severalPreferred } from '@/lib/measure/needs/exclusion';
import { levelRows } from '@/lib/measure/needs/level';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import {
  comparesView,
  comparisonCells,
  type Rate,
  rateCells,
  rateColumns,
  rateSentence,
} from '@/lib/measure/needs/rate';
import { intervalChart, rateDraft, rateTrend } from '@/lib/measure/needs/rate-measure';
import { matrixOf, matrixQuery } from '@/lib/measure/needs/sought-secured';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { number, numeric, percent, sayable, tooFew } from '@/lib/measure/words';

/** Placed in another type than the one asked for: the complement of `strict-match`. */
export const displacementSpec: Rate = {
  id: 'displacement',
  title: 'Displacement: another type than the one asked for',
  query: outcomeQuery,
  counts: outcomeCounts,
  columns: outcomeColumns,
  k: (counts) => (counts.strictN ?? 0) - (counts.strictK ?? 0),
  n: (counts) => counts.strictN ?? 0,
  excluded: (counts) => [severalPreferred(counts), notStated(counts), notPlaced(counts)],
  subject: 'Placements with one preferred type',
  kLabel: 'Placed in the other type',
  nLabel: 'Placements with that type sought',
  say: (share) => `${share} were placed in another type than the one asked for`,
  definition: {
    words:
      'Of placements for which one type was asked for, how many were made in each other type. Displaced does not mean avoidable.',
    formula: 'n(sought s, secured t) ÷ placements with sought s, for t other than s',
    denominator:
      'Placements made, with exactly one type marked Preferred. Left out: several preferred; no preference recorded; no placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type. Interval: Wilson (1927), 95%.',
  },
  caveats: [caveats.preference, caveats.foundOnly],
};

const dimensions: readonly Column[] = [
  { name: 'sought', label: 'Type sought', kind: 'dimension' },
  { name: 'secured', label: 'Type secured', kind: 'dimension' },
  { name: 'flow', label: 'Sought → secured', kind: 'text' },
];

function flowRows(rows: RowsByQuery, context: Context): readonly TableRow[] {
  const view = matrixOf(rows, viewSlices);
  const before = matrixOf(rows, context.sides.before);
  return typeValues.flatMap((sought) =>
    typeValues
      .filter((secured) => secured !== sought)
      .map((secured) => ({
        sought,
        secured,
        flow: `${sought} → ${secured}`,
        ...rateCells(view.at(sought, secured), view.placedOf(sought)),
        ...(comparesView(context.sides) ? comparisonCells(before.at(sought, secured), before.placedOf(sought)) : {}),
      })),
  );
}

/** The displacement that happened most. */
function headline(tables: Tables, context: Context): string {
  const sayables = tables.table.rows.filter((row) => sayable(row) !== null && numeric(row.k) !== null);
  const most = sayables.reduce<TableRow | null>(
    (best, row) => ((numeric(row.k) ?? 0) > (numeric(best?.k) ?? -1) ? row : best),
    null,
  );
  const share = sayable(most ?? undefined);
  if (most === null || share === null) return tooFew(tables.extra.total?.rows[0]?.n ?? 0);
  // Where the others are hidden, the largest of those shown says nothing of them.
  const all = sayables.length === tables.table.rows.filter((row) => row.n !== 0).length;
  if (most.k === 0)
    return all
      ? 'Every placement was of the type that was asked for'
      : rateSentence(tables, context, displacementSpec.say);
  const total = rateSentence(tables, context, displacementSpec.say);
  const [sought, secured] = [spoken(String(most.sought)), spoken(String(most.secured))];
  return `${total}; the commonest: ${sought} was sought and ${secured} secured (${number(numeric(most.k) ?? 0)}, ${percent(share)} of those seeking ${sought})`;
}

export const displacement: Measure = {
  id: displacementSpec.id,
  title: displacementSpec.title,
  pages: ['needs', 'overview'],
  basis: 'referral',
  columns: outcomeColumns,
  definition: displacementSpec.definition,
  subject: displacementSpec.subject,
  by: 'by type sought and type secured',
  queries: () => ({ matrix: matrixQuery, levels: outcomeQuery }),
  draft: (rows, context) => ({
    ...rateDraft(displacementSpec, levelRows(rows, 'levels', outcomeCounts), context),
    table: { columns: [...dimensions, ...rateColumns(displacementSpec, context)], rows: flowRows(rows, context) },
    charts: [intervalChart('flow', context)],
  }),
  headline,
};

export const displacementTrend = rateTrend(displacementSpec);
