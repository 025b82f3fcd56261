/** The three faces of a rate: by type sought, by authority and over time. */
import type { Chart, Column, Draft, Table, TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { atLevel, byKey, type LevelRow, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { comparesView, type Rate, rateColumns, rateSentence, sideCells, totalTables } from '@/lib/measure/needs/rate';
import { monthRows, quarterRows, timeColumns } from '@/lib/measure/needs/time';
import { soughtLabel, soughtValues } from '@/lib/measure/needs/type';
import { listed, percent, sayable, text } from '@/lib/measure/words';

function levelsOf(rate: Rate, rows: RowsByQuery): readonly LevelRow[] {
  return rate.levels?.(rows) ?? levelRows(rows, 'levels', rate.counts);
}

/** What every face of a rate shares. */
export function rateBase(rate: Rate): Omit<Measure, 'draft' | 'headline'> {
  return {
    id: rate.id,
    title: rate.title,
    pages: ['needs'],
    basis: 'referral',
    columns: rate.columns,
    definition: rate.definition,
    subject: rate.subject,
    queries: () => ({ levels: rate.query }),
  };
}

/** Everything of a draft but its table and charts. */
export function rateDraft(
  rate: Rate,
  rows: readonly LevelRow[],
  context: Context,
): Omit<Draft, 'table' | 'charts'> & { readonly extra: NonNullable<Draft['extra']> } {
  const total = sideCounts(atLevel(rows, 'all'), context);
  return {
    extra: totalTables(rate, total, context),
    disclosure: { kind: 'rates' },
    n: rate.n(total.view),
    exclusions: rate.excluded(total.view).filter(({ n }) => n > 0),
    caveats: rate.caveats,
    warnings: [],
  };
}

export function intervalChart(label: string, context: Context): Extract<Chart, { kind: 'interval' }> {
  return {
    kind: 'interval',
    label,
    estimate: 'rate',
    lower: 'lower',
    upper: 'upper',
    format: 'percent',
    ...(comparesView(context.sides) ? { comparison: 'comparisonRate' } : {}),
  };
}

/**
 * A rate's own figure: its table is the one number and the split an extra table, which the chart draws. Whoever reads
 * the download adds nothing up.
 */
export function splitDraft(
  base: ReturnType<typeof rateDraft>,
  name: string,
  split: Table,
  context: Context,
): Pick<Draft, 'table' | 'extra' | 'charts'> {
  const total = base.extra.total?.table;
  if (total === undefined) throw new Error('A rate has no total');
  return {
    table: total,
    extra: { ...base.extra, [name]: { table: split, disclosure: { kind: 'rates' } } },
    charts: [{ ...intervalChart(name, context), table: name }],
  };
}

/** The rate, and beside it the rate for each type sought. */
export function rateByType(rate: Rate, types: readonly string[] = soughtValues): Measure {
  return {
    ...rateBase(rate),
    by: 'by type sought',
    draft: (rows, context) => {
      const levels = levelsOf(rate, rows);
      const found = byKey(levels, 'sought', 'sought');
      const column: Column = { name: 'sought', label: 'Type sought', kind: 'dimension' };
      const base = rateDraft(rate, levels, context);
      const split: Table = {
        columns: [column, ...rateColumns(rate, context)],
        rows: types.map((sought) => ({
          sought: soughtLabel(sought),
          ...sideCells(rate, sideCounts(found.get(sought) ?? [], context), context),
        })),
      };
      return { ...base, ...splitDraft(base, 'sought', split, context) };
    },
    headline: (tables, context) => rateSentence(tables, context, rate.say),
  };
}

/** The rate for each authority, by name. */
export function rateByAuthority(rate: Rate): Measure {
  return {
    ...rateBase(rate),
    id: `${rate.id}-by-la`,
    title: `${rate.title}, by authority`,
    by: 'by placing authority',
    draft: (rows, context) => {
      const levels = levelsOf(rate, rows);
      const found = byKey(levels, 'authority', 'la_code');
      const shown = context.pool.authorities.filter(({ code }) =>
        (found.get(code) ?? []).some((row) => row.slice <= 2),
      );
      return {
        ...rateDraft(rate, levels, context),
        table: {
          columns: [
            { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
            { name: 'la', label: 'Authority', kind: 'dimension' },
            ...rateColumns(rate, context),
          ],
          rows: shown.map(({ code, name }) => ({
            la_code: code,
            la: name,
            ...sideCells(rate, sideCounts(found.get(code) ?? [], context), context),
          })),
        },
        charts: [intervalChart('la', context)],
      };
    },
    headline: ({ table, extra, n }, context) => {
      const doubted = rate.doubted?.(context) ?? new Set();
      const sure = table.rows.filter(({ la_code }) => !doubted.has(text(la_code)));
      const said = ofEach(rate.title, spreadSentence(sure, 'la'));
      if (said === null) return rateSentence({ table, extra, n }, context, rate.say);
      const left = table.rows.length - sure.length;
      return left === 0
        ? said
        : `${said} (${left} ${left === 1 ? 'authority' : 'authorities'} left aside: how it is counted there is unclear)`;
    },
  };
}

/** `Placed more than 20 miles from home: from 10% in Bristol to 37% in Somerset`: true away from its figure too. */
function ofEach(title: string, spread: string | null): string | null {
  return spread === null ? null : `${title}: ${spread.charAt(0).toLowerCase()}${spread.slice(1)}`;
}

/** `From 61% in Devon to 84% in Torbay`; null where fewer than two rows can be said. */
export function spreadSentence(rows: readonly TableRow[], label: string): string | null {
  const said = rows.flatMap((row) => {
    const share = sayable(row);
    return share === null ? [] : [{ name: text(row[label]), share }];
  });
  const least = said.reduce<(typeof said)[number] | null>(
    (low, one) => (low === null || one.share < low.share ? one : low),
    null,
  );
  const most = said.reduce<(typeof said)[number] | null>(
    (high, one) => (high === null || one.share > high.share ? one : high),
    null,
  );
  if (least === null || most === null || said.length < 2) return null;
  if (percent(least.share) === percent(most.share)) return `${percent(most.share)} in ${listed(['every authority'])}`;
  return `From ${percent(least.share)} in ${least.name} to ${percent(most.share)} in ${most.name}`;
}

/** The rate month by month, with quarters beside it. */
export function rateTrend(rate: Rate): Measure {
  return {
    ...rateBase(rate),
    id: `${rate.id}-trend`,
    title: `${rate.title}, over time`,
    by: 'by month',
    draft: (rows, context) => {
      const levels = levelsOf(rate, rows);
      const base = rateDraft(rate, levels, context);
      const own = { ...context, sides: { ...context.sides, kind: 'none' as const } };
      const months = monthRows(levels, context, (counts) => sideCells(rate, counts, own));
      const quarters = quarterRows(levels, context, (counts) => sideCells(rate, counts, own));
      return {
        ...base,
        table: { columns: [...timeColumns('month'), ...rateColumns(rate, own)], rows: months },
        extra: {
          ...base.extra,
          quarter: {
            table: { columns: [...timeColumns('quarter'), ...rateColumns(rate, own)], rows: quarters },
            disclosure: { kind: 'rates' },
          },
        },
        charts: [{ kind: 'line', x: 'month', y: 'rate', lower: 'lower', upper: 'upper', format: 'percent' }],
      };
    },
    headline: (tables, context) => rateSentence(tables, context, rate.say),
  };
}
