/** One engine, one connection: a load in its transaction and a page's queries must never interleave. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs what it is given one after another, in order; a failure does not stop what comes next. */
export function exclusive(): Exclusive {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
