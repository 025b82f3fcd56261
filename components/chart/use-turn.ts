'use client';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { isPrinting } from '../page/on-print';
import { inTurn } from './turns';

/** Half a window above and below what is seen counts as in sight: nobody scrolls into an empty frame. */
const margin = 0.5;

function useInSight(ref: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(typeof window === 'undefined');
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const { top, bottom } = element.getBoundingClientRect();
    setNear(top < innerHeight * (1 + margin) && bottom > -innerHeight * margin);
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? true), {
      rootMargin: `${margin * 100}% 0px`,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}

/**
 * What is to be drawn now: `wanted` at once where it is in sight, else what was drawn before if it is `alike`, else null
 * until its turn has come.
 */
export function useTurn<T>(ref: RefObject<Element | null>, wanted: T, alike: (before: T) => boolean): T | null {
  const near = useInSight(ref);
  const [drawn, setDrawn] = useState<T | null>(near ? wanted : null);
  useLayoutEffect(() => {
    if (drawn === wanted) return undefined;
    if (near) {
      setDrawn(() => wanted);
      return undefined;
    }
    return inTurn(() => setDrawn(() => wanted));
  }, [near, drawn, wanted]);
  if (near || isPrinting()) return wanted;
  return drawn !== null && alike(drawn) ? drawn : null;
}
