/** A count against the period before, in words. Volumes are never compared with another place. */
import type { Context } from '@/lib/measure/context';
import { number } from '@/lib/measure/words';

/** `6,230 in the last 12 months, 595 more than the year before`; nothing where a side is not shown. */
export function countChange(now: number | null, then: number | null, { sides }: Context): readonly string[] {
  if (now === null || then === null) return [];
  const difference = now - then;
  const change =
    difference === 0 ? 'as many as' : `${number(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than`;
  const against = `${change} ${sides.beforeWords}`;
  return [sides.afterIsView ? against : `${number(now)} in ${sides.afterWords}, ${against}`];
}

/** The change behind what it is of: `11,865 placements were found; 6,230 in the last 12 months, …`. */
export function withChange(found: string, [change]: readonly string[], { sides }: Context): string {
  if (change === undefined) return found;
  return `${found}${sides.afterIsView ? ',' : ';'} ${change}`;
}
