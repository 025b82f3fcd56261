'use client';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from '../page/on-print';

/** A4 between its margins, in CSS pixels. */
const paper = 688;
/** No chart is drawn narrower, in CSS pixels. */
const narrowest = 240;

interface Room {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** In CSS pixels: the element's on screen, the paper's in print; null until it is on a page. */
  readonly width: number | null;
  /** The element's height as last drawn, kept for it while it waits to be drawn again. */
  readonly height: RefObject<number>;
}

/** The room a chart has. Where there is no page, as in a test of its markup, `initial` is the width. */
export function useRoom(initial = 640): Room {
  const ref = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const [width, setWidth] = useState<number | null>(typeof window === 'undefined' ? initial : null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      // While a picture of the page is taken its window may have no width for a moment.
      if (innerWidth >= narrowest) setWidth(Math.max(narrowest, Math.floor(element.clientWidth)));
    };
    // The page is laid out for paper without being drawn anew: a chart must be redrawn before it is.
    const print = () => flushSync(() => setWidth(paper));
    measure();
    const observer = new ResizeObserver(([entry]) => {
      height.current = entry?.contentRect.height ?? 0;
      measure();
    });
    observer.observe(element);
    const stop = onPrint(print, measure);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);
  return { ref, width, height };
}
