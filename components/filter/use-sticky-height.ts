'use client';
import { type RefObject, useEffect } from 'react';

/** Tells the page how much of its top a sticky bar covers, so that what the keyboard reaches is never under it. */
export function useStickyHeight(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const root = document.documentElement;
    const measure = () => {
      const sticky = getComputedStyle(element).position === 'sticky';
      root.style.setProperty('--sticky', sticky ? `${Math.ceil(element.getBoundingClientRect().height)}px` : '0px');
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--sticky');
    };
  }, [bar]);
}
