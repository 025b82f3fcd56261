/** What became of the user's files, latest first: a file tried again replaces what was said of it before. */
import type { Arrival } from './load';

export function withEarlier(fresh: readonly Arrival[], earlier: readonly Arrival[]): readonly Arrival[] {
  const names = new Set(fresh.filter(({ status }) => status !== 'loaded').map(({ name }) => name));
  const answered = new Set(fresh.map(({ file }) => file.content));
  return [
    ...fresh,
    ...earlier.filter((one) => one.status === 'loaded' || !(names.has(one.name) || answered.has(one.file.content))),
  ];
}
