/** The small phrases that titles, chips and descriptions of a view are made of. */
import type { Choice } from '@/lib/view/choices';
import { authorityName, isAuthority } from '@/lib/view/place';
import type { View } from '@/lib/view/view';

/** An authority by name, a postcode district as it is. */
export function areaName(area: string): string {
  return isAuthority(area) ? authorityName(area) : area;
}

/** `Medium from 2 risks, Higher from 4`. */
export function cutWords([medium, higher]: View['cuts']): string {
  return `Medium from ${medium} ${medium === 1 ? 'risk' : 'risks'}, Higher from ${higher}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const head = words.slice(0, -1).join(', ');
  const tail = words.at(-1) ?? '';
  return head === '' ? tail : `${head} ${last} ${tail}`;
}

/** The chosen labels, in the list's order. */
export function labels<Value extends string>(
  choices: readonly Choice<Value>[],
  values: readonly Value[],
): readonly string[] {
  return choices.filter(({ value }) => values.includes(value)).map(({ label }) => label);
}
