import { discMiles, milesBetween } from './locate';
import type { Places } from './places';

/**
 * How far one district is from another, in words: `26 miles`; within one district `under 4 miles` (across its
 * disc), because its centre is 0 miles from itself and no child's placement is. Empty where either is unknown.
 */
export function districtJourney(from: string, to: string, places: Places | null): string {
  const [start, end] = [places?.districts.get(from), places?.districts.get(to)];
  if (!start || !end) return '';
  if (start !== end) return milesText(Math.round(milesBetween(start, end)));
  return `under ${milesText(Math.max(1, Math.ceil(2 * discMiles(start))))}`;
}

function milesText(miles: number): string {
  return miles === 1 ? '1 mile' : `${miles} miles`;
}
