'use client';
import { useEffect, useRef } from 'react';
import type { Figure } from '@/lib/figure/figure';
import type { Origin } from '@/lib/pack/context';
import { release } from '@/lib/pack/export';

const held = 'data-held';

function holdBack(id: string): void {
  document.querySelector(`[data-figure="${CSS.escape(id)}"]`)?.setAttribute(held, '');
}

/** What may not be printed beside what left before: everything, where the figures may not leave at all. */
function leftOut(figures: readonly Figure[], { fingerprint, limits }: Origin): Iterable<string> {
  try {
    return release(figures, fingerprint, limits).changed;
  } catch {
    return figures.map(({ id }) => id);
  }
}

/**
 * Paper is an export too: what is printed is written down, and a figure that would have to leave with less than is on
 * screen is left out of the print, which says so. `whole`: the page shows what may leave already.
 */
export function usePrintLedger(figures: readonly Figure[], origin: () => Origin, whole = false): void {
  const latest = useRef({ figures, origin });
  latest.current = { figures, origin };
  useEffect(() => {
    const before = () => {
      const ids = leftOut(latest.current.figures, latest.current.origin());
      if (!whole) for (const id of ids) holdBack(id);
    };
    const after = () => {
      for (const element of document.querySelectorAll(`[${held}]`)) element.removeAttribute(held);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [whole]);
}
