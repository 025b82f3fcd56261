'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width a chart may draw in, in CSS pixels; `initial` until it is on a page (and when printed from the server). */
export function useWidth(initial = 640): readonly [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.max(240, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
