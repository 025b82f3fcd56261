/** How many placements were found, against the period before, with two years of months. */
import type { Draft } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { countChange, withChange } from '@/lib/measure/needs/change';
import { notPlaced } from '@/lib/measure/needs/exclusion';
import { added, atLevel, byKey, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import { timeColumns } from '@/lib/measure/needs/time';
import { asSentence } from '@/lib/measure/overview/change-words';
import { ownSlices, sparklineMonths, sparklineRows } from '@/lib/measure/overview/sparkline';
import { numeric, placements, tooFew } from '@/lib/measure/words';

const n = { name: 'n', label: 'Placements found', kind: 'count' } as const;

function draft(rows: RowsByQuery, context: Context): Draft {
  const levels = levelRows(rows, 'levels', outcomeCounts);
  const counts = sideCounts(atLevel(levels, 'all'), context);
  const months = byKey(levels, 'month', 'month');
  const own = ownSlices(context.sides);
  const compared = context.sides.kind === 'previous' && context.sides.wholeBefore;
  const rounded = { kind: 'rounded', counts: ['n', 'comparisonN'] } as const;
  return {
    table: { columns: [n], rows: [{ n: counts.view.placed ?? 0 }] },
    extra: {
      ...(compared
        ? {
            sides: {
              table: {
                columns: [n, { name: 'comparisonN', label: 'Compared with', kind: 'count' } as const],
                rows: [{ n: counts.after.placed ?? 0, comparisonN: counts.before.placed ?? 0 }],
              },
              disclosure: rounded,
            },
          }
        : {}),
      sparkline: {
        table: {
          columns: [...timeColumns('month'), n],
          rows: sparklineRows(context, (month) => ({
            n: added((months.get(month) ?? []).filter(({ slice }) => own.includes(slice))).placed ?? 0,
          })),
        },
        disclosure: { kind: 'rounded', counts: ['n'] },
      },
    },
    disclosure: { kind: 'rounded', counts: ['n'] },
    charts: [{ kind: 'none' }],
    n: counts.view.placed ?? 0,
    exclusions: [notPlaced(counts.view)].filter((one) => one.n > 0),
    caveats: [caveats.foundOnly, caveats.noStock],
    warnings: [],
  };
}

function changeWords({ extra }: Tables, context: Context): string | null {
  const row = extra.sides?.rows[0];
  return countChange(numeric(row?.n), numeric(row?.comparisonN), context);
}

function headline(tables: Tables, context: Context): string {
  const { n: size } = tables;
  if (typeof size !== 'number' || size === 0) return tooFew(size);
  const found = `${placements(size)} ${size === 1 ? 'was' : 'were'} found`;
  return withChange(found, changeWords(tables, context), context);
}

export const overviewPlacements: Measure = {
  id: 'overview-placements',
  title: 'Placements found',
  pages: ['overview'],
  basis: 'referral',
  columns: outcomeColumns,
  history: sparklineMonths,
  definition: {
    words: 'Rows of the returns with a placement type recorded.',
    formula: 'n(placed)',
    denominator: 'All rows of the view with a placement recorded.',
    source: 'Placements Data Standard (2025 v2, 2026): placement type.',
  },
  subject: 'Placements found',
  queries: () => ({ levels: outcomeQuery }),
  draft,
  headline,
  sentences: (tables, context) => asSentence(changeWords(tables, context)),
};
