'use client';
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from '../page/on-print';
import { sheetsOf } from './page-numbers';

const none: ReadonlyMap<string, number> = new Map();

/** Sheet numbers of a pack's parts while it is being printed; none on screen, which has no sheets. */
export function useSheets(pack: RefObject<HTMLElement | null>): ReadonlyMap<string, number> {
  const [sheets, setSheets] = useState(none);
  useEffect(() => {
    const begin = () => {
      const { current } = pack;
      if (current) flushSync(() => setSheets(sheetsOf(current)));
    };
    const end = () => setSheets(none);
    return onPrint(begin, end);
  }, [pack]);
  return sheets;
}
