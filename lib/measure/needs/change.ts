/** What has changed against the other side, in words: none where there is nothing to compare, or it is not shown. */
import type { Context } from '@/lib/measure/context';
import { number } from '@/lib/measure/words';

/** `6,230 in the last 12 months, 595 more than the year before`. Volumes are never compared with another place. */
export function countChange(now: number | null, then: number | null, context: Context): string | null {
  if (now === null || then === null) return null;
  const difference = now - then;
  const change =
    difference === 0 ? 'as many as' : `${number(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than`;
  return besideNow(number(now), `${change} ${context.sides.beforeWords}`, context);
}

/** The later side's own number stands before the change, where the view is not that side. */
export function besideNow(now: string, change: string, { sides }: Context): string {
  return sides.afterIsView ? change : `${now} in ${sides.afterWords}, ${change}`;
}

/** The change behind what it is of: `11,865 placements were found; 6,230 in the last 12 months, …`. */
export function withChange(found: string, change: string | null, { sides }: Context): string {
  if (change === null) return found;
  return `${found}${sides.afterIsView ? ',' : ';'} ${change}`;
}
