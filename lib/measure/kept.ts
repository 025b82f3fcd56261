/**
 * Promises one table, `kept`, of the placements a page needs: those in the view and those it is compared
 * with, marked by `slice` (0 in the view only, 1 also the "after" side, 2 also the "before" side,
 * 3 the "before" side only, 4 earlier months for a sparkline only).
 */
import type { Query } from '@/lib/database/database';
import { columnFragment, type KeptColumn } from '@/lib/measure/column';
import { authorityCondition, monthCondition, otherConditions } from '@/lib/measure/condition';
import type { Context } from '@/lib/measure/context';
import { allOf, always, anyOf, type Fragment, fragment, joined, never, not, oneOf } from '@/lib/measure/fragment';

interface Membership {
  readonly view: Fragment;
  readonly after: Fragment;
  readonly before: Fragment;
  readonly history: Fragment;
}

export function monthColumn(context: Context): 'referralMonth' | 'placementMonth' {
  return context.basis === 'referral' ? 'referralMonth' : 'placementMonth';
}

/** In the view: its authorities and its months. With all periods, undated rows are in it too. */
function inView(context: Context): Fragment {
  const months = context.view.period.kind === 'all' ? always : monthCondition(monthColumn(context), context.period);
  return allOf([authorityCondition(context.view), months]);
}

/** Every filter of the view, authorities and months included. */
export function viewCondition(context: Context): Fragment {
  return allOf([otherConditions(context.view), inView(context)]);
}

function inBefore(context: Context): Fragment {
  const { sides, view } = context;
  const authorities = authorityCondition(view);
  const sameMonths = view.period.kind === 'all' ? always : monthCondition(monthColumn(context), context.period);
  switch (sides.kind) {
    case 'none':
      return never;
    case 'previous':
      return allOf([authorities, monthCondition(monthColumn(context), sides.beforeRange)]);
    case 'rest':
      return allOf([not(authorities), sameMonths]);
    case 'authority':
      return view.compare.kind === 'authority' ? allOf([oneOf('la_code', [view.compare.code]), sameMonths]) : never;
  }
}

function inAfter(context: Context): Fragment {
  const { sides } = context;
  if (sides.kind === 'none') return never;
  return sides.afterIsView ? always : monthCondition(monthColumn(context), sides.afterRange);
}

function membership(context: Context, history: number): Membership {
  const end = context.period?.to;
  const past =
    history > 0 && end !== undefined
      ? allOf([
          authorityCondition(context.view),
          monthCondition(monthColumn(context), { from: end - history + 1, to: end }),
        ])
      : never;
  return { view: inView(context), after: inAfter(context), before: inBefore(context), history: past };
}

/** A condition that is not known (an undated row) is not met. */
function branch(part: Fragment, slice: number): Fragment {
  return part.sql === never.sql
    ? fragment('')
    : fragment(`WHEN ${part.sql} THEN ${slice}::TINYINT`, ...part.parameters);
}

function sliceByCase({ view, after, before }: Membership): Fragment {
  const branches = [
    branch(allOf([view, before]), 2),
    branch(allOf([view, after]), 1),
    branch(view, 0),
    branch(before, 3),
  ].filter(({ sql }) => sql !== '');
  const cases = joined(branches, ' ');
  return fragment(`CASE ${cases.sql} ELSE 4::TINYINT END`, ...cases.parameters);
}

/**
 * One period after another: slices by arithmetic, four times as quick as by cases, and one range of months
 * instead of several. Null where the view is not of that kind.
 */
function consecutive(
  context: Context,
  history: number,
): { readonly slice: Fragment; readonly months: Fragment } | null {
  const { sides, view, period } = context;
  const { afterRange, beforeRange } = sides;
  if (sides.kind !== 'previous' || afterRange === null || beforeRange === null || period === null) return null;
  const column = monthColumn(context);
  const since = (month: number, step: number) => fragment(`(${column} >= ?)::TINYINT * ${step}`, month);
  if (view.period.kind === 'all') {
    const steps = joined([since(beforeRange.from, 2), since(afterRange.from, -1)], ' + ');
    return { slice: fragment(`coalesce(${steps.sql}, 0)::TINYINT`, ...steps.parameters), months: always };
  }
  const steps = joined([since(beforeRange.from, -1), since(afterRange.from, -2)], ' + ');
  const from = history > 0 ? Math.min(beforeRange.from, period.to - history + 1) : beforeRange.from;
  return {
    slice: fragment(`(4 + ${steps.sql})::TINYINT`, ...steps.parameters),
    months: monthCondition(column, { from, to: period.to }),
  };
}

/**
 * The statement that makes `kept` anew: `slice`, `month` (of the basis in force) and the columns asked
 * for. `history` is how many months back from the end of the period a sparkline looks (0 for none).
 */
export function keptQuery(context: Context, columns: readonly KeptColumn[], history = 0): Query {
  const members = membership(context, history);
  const simple = consecutive(context, history);
  const slice = simple?.slice ?? sliceByCase(members);
  const items = joined(
    [
      fragment(`${slice.sql} AS slice`, ...slice.parameters),
      fragment(`${monthColumn(context)} AS month`),
      ...[...new Set(columns)].map((column) => columnFragment(column, context)),
    ],
    ', ',
  );
  const kept = simple
    ? allOf([authorityCondition(context.view), simple.months])
    : anyOf([members.view, members.before, members.history]);
  const where = allOf([otherConditions(context.view), kept]);
  return {
    sql: `CREATE OR REPLACE TEMP TABLE kept AS SELECT ${items.sql} FROM pool WHERE ${where.sql}`,
    parameters: [...items.parameters, ...where.parameters],
  };
}
