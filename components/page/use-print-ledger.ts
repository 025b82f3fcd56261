'use client';
import { useEffect } from 'react';
import type { Figure } from '@/lib/figure/figure';
import { checkComplements, isUnchecked } from '@/lib/pack/complement';
import type { Origin } from '@/lib/pack/context';
import { release } from '@/lib/pack/export';
import { poolSession } from '@/lib/session/pool-session';
import { onPrint } from './on-print';
import { useLatest } from './use-latest';

const held = 'data-held';

/** Milliseconds without a change after which a reader is reading. */
const atRest = 2_000;

function holdBack(id: string): void {
  document.querySelector(`[data-figure="${CSS.escape(id)}"]`)?.setAttribute(held, '');
}

/**
 * What may not be printed beside what left before, or has not been set against the view without its filters yet:
 * everything, where the figures may not leave at all.
 */
function leftOut(figures: readonly Figure[], { fingerprint, limits }: Origin): Iterable<string> {
  try {
    const unchecked = figures.filter((figure) => isUnchecked(figure, limits));
    const checked = figures.filter((figure) => !unchecked.includes(figure));
    return [...unchecked.map(({ id }) => id), ...release(checked, fingerprint, limits).changed];
  } catch {
    return figures.map(({ id }) => id);
  }
}

/**
 * Paper is an export too: what is printed is written down, and a figure that would have to leave with less than is on
 * screen is left out of the print, which says so. `whole`: the page shows what may leave already.
 */
export function usePrintLedger(figures: readonly Figure[], origin: () => Origin, whole = false): void {
  const latest = useLatest({ figures, origin });
  // Paper cannot wait for the engine, so what it needs to know is looked up while the page is read.
  const ids = figures.map(({ id }) => id).join(' ');
  const [first] = figures;
  useEffect(() => {
    const control = new AbortController();
    const look = () =>
      checkComplements(latest.current.figures, poolSession.protection(), poolSession.query, control.signal).catch(
        () => undefined,
      );
    const timer = setTimeout(() => void look(), atRest);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
    // The first figure and the ids stand for the figures: a new view makes them all anew.
  }, [first, ids]);
  useEffect(() => {
    const before = () => {
      const ids = leftOut(latest.current.figures, latest.current.origin());
      if (!whole) for (const id of ids) holdBack(id);
    };
    const after = () => {
      for (const element of document.querySelectorAll(`[${held}]`)) element.removeAttribute(held);
    };
    return onPrint(before, after);
  }, [whole]);
}
