/** Reads one figure of a small pool, unprotected, beside the rows it was made from. */
import type { Figure, TableRow } from '@/lib/figure/figure';
import type { Measure } from '@/lib/measure/measure';
import { runPage } from '@/lib/measure/run';
import { defaultView, type View } from '@/lib/view/view';
import { settings, type TestPool } from './support';

export async function read(measure: Measure, { database, pool }: TestPool, view: View = defaultView): Promise<Figure> {
  const { figures } = await runPage(database, [measure], { view, pool }, { mode: 'working', settings });
  const state = figures[measure.id];
  if (state === undefined) throw new Error(`${measure.id} was not worked out`);
  if (state.state === 'error') throw state.error;
  return state.figure;
}

export function rowOf(rows: readonly TableRow[], cells: Readonly<Record<string, string>>): TableRow {
  const found = rows.find((row) => Object.entries(cells).every(([name, value]) => row[name] === value));
  if (found === undefined) throw new Error(`No row with ${JSON.stringify(cells)}`);
  return found;
}
