/** The last look at what is about to be shown: refuses a figure of the sharing view that could not have passed the door. */
import { type Cell, type Column, type Figure, isWithheld, type Table } from '@/lib/figure/figure';
import { isSmall, roundTo } from './round';
import type { Limits } from './settings';

export class Unprotected extends Error {
  override readonly name = 'Unprotected';
}

type Shown = Pick<
  Figure,
  'id' | 'table' | 'extra' | 'n' | 'exclusions' | 'charts' | 'headline' | 'subtitle' | 'protection'
>;

/**
 * Throws `Unprotected` naming the figure and cell when a shared figure holds a small or unrounded count, an unrounded
 * share or cost, a minimum or maximum, or a sentence with a small number of children. Working figures pass.
 */
export function assertProtected(figure: Shown, limits: Limits): void {
  if (figure.protection !== 'sharing') return;
  const fail = (what: string): never => {
    throw new Unprotected(`Figure ${figure.id}: ${what}`);
  };
  const matrix = new Set(figure.charts.flatMap((chart) => (chart.kind === 'matrix' ? [chart.value] : [])));
  const exact = (column: Column): boolean => limits.crossed === 'exact' && matrix.has(column.name);
  for (const table of [figure.table, ...Object.values(figure.extra)]) checkTable(table, limits, exact, fail);
  for (const [label, cell] of [
    ['n', figure.n] as const,
    ...figure.exclusions.map(({ label, n }) => [label, n] as const),
  ]) {
    const wrong = typeof cell === 'number' ? countFault(cell, limits, false) : null;
    if (wrong) fail(`${label} is ${wrong}`);
  }
  for (const text of [figure.headline, figure.subtitle]) {
    const said = /(?:^|[\s(=])(\d+) (?:child|placement|referral)/.exec(text)?.[1];
    if (said && isSmall(Number(said), limits)) fail('a sentence says a small number');
  }
}

function checkTable(
  table: Table,
  limits: Limits,
  exact: (column: Column) => boolean,
  fail: (what: string) => never,
): void {
  for (const column of table.columns) {
    for (const row of table.rows) {
      const cell = row[column.name];
      const fault = cell === undefined || isWithheld(cell) ? null : faultOf(column, cell, limits, exact(column));
      if (fault) fail(`${column.name} holds ${fault}`);
    }
  }
}

function faultOf(column: Column, cell: Cell, limits: Limits, exact: boolean): string | null {
  if (typeof cell !== 'number') return null;
  if (column.kind === 'count') return countFault(cell, limits, exact);
  if (column.kind === 'rate' && Math.abs(cell * 100 - Math.round(cell * 100)) > 1e-6) return 'an unrounded share';
  if (column.kind === 'pounds' && /min(imum)?$|max(imum)?$/i.test(column.name)) return 'one child’s cost';
  if (column.kind === 'pounds' && cell !== roundTo(cell, 10)) return 'an unrounded cost';
  return null;
}

function countFault(count: number, limits: Limits, exact: boolean): string | null {
  if (count !== 0 && Math.abs(count) < limits.threshold) return 'a small count';
  return exact || count === roundTo(count, limits.base) ? null : 'an unrounded count';
}
