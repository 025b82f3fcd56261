/** What became of the user's files, latest first: a file tried again replaces what was said of it before. */
import type { Arrival } from './load';

const isIn = ({ status }: Arrival) => status === 'loaded' || status === 'opened';

export function withEarlier(fresh: readonly Arrival[], earlier: readonly Arrival[]): readonly Arrival[] {
  const names = new Set(fresh.filter((one) => !isIn(one)).map(({ name }) => name));
  const answered = new Set(fresh.map(({ file }) => file.content));
  return [...fresh, ...earlier.filter((one) => isIn(one) || !(names.has(one.name) || answered.has(one.file.content)))];
}

/** The files the pool was read from, each once, in the order they came. */
export function filesOf(arrivals: readonly Arrival[]): readonly Arrival['file'][] {
  return [...new Set(arrivals.filter(isIn).map(({ file }) => file))].reverse();
}
