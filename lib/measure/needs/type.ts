/** Types of home as they are listed, labelled and spoken of. */
import { securedChoices, soughtChoices } from '@/lib/view/choices';
import type { Secured, Sought } from '@/lib/view/view';

export const soughtValues: readonly Sought[] = soughtChoices.map(({ value }) => value);
export const securedValues: readonly Secured[] = securedChoices.map(({ value }) => value);

/** The three types a placement can be of. */
export const typeValues = ['Foster', 'Residential', 'Supported Accommodation'] as const;
export type Type = (typeof typeValues)[number];

/** The type that costs most, and that headlines of cost are most often of, stands first. */
export const dearestFirst: readonly Type[] = ['Residential', ...typeValues.filter((type) => type !== 'Residential')];

/** As a table shows it: the standard's own spelling. */
export function soughtLabel(sought: string): string {
  return sought;
}

/** In a sentence: `foster care`, `residential care`, `supported accommodation`. */
export function spoken(type: string): string {
  switch (type) {
    case 'Foster':
      return 'foster care';
    case 'Residential':
      return 'residential care';
    case 'Supported Accommodation':
      return 'supported accommodation';
    default:
      return type.toLowerCase();
  }
}
