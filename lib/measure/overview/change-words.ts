/** What a number of the strip has changed by, without saying again what the number above it says. */
import type { Context } from '@/lib/measure/context';
import type { Tables } from '@/lib/measure/measure';
import { capitalised } from '@/lib/measure/needs/rate';
import { spoken } from '@/lib/measure/needs/type';
import { fewestForPercent, numeric, text } from '@/lib/measure/words';

/** What stands under a number; nothing where there is nothing to compare. */
export function asSentence(change: string | null): readonly string[] {
  return change === null ? [] : [capitalised(change)];
}

/** `Foster care +4%, residential care +3% in the last 12 months, on the year before`, of medians. */
export function priceChange({ table, extra }: Tables, { sides }: Context): readonly string[] {
  const said = (extra.recent ?? table).rows.flatMap((row) => {
    const [now, then] = [numeric(row.median), numeric(row.comparisonMedian)];
    const fewest = Math.min(numeric(row.n) ?? 0, numeric(row.comparisonN) ?? 0);
    if (now === null || then === null || then <= 0 || fewest < fewestForPercent) return [];
    const percent = Math.round((now / then - 1) * 100);
    const change = percent === 0 ? 'the same' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`;
    return [`${spoken(text(row.secured))} ${change}`];
  });
  if (said.length === 0) return [];
  const when = sides.afterIsView ? '' : ` in ${sides.afterWords}`;
  return [capitalised(`${said.join(', ')}${when}, on ${sides.beforeWords}`)];
}
