'use client';
import { useEffect } from 'react';
import { viewTitle } from '@/lib/view/describe';
import type { View } from '@/lib/view/view';

/** The tab, the bookmark and the print header all say which view this is. */
export function useTitle(screen: string, view: View): void {
  useEffect(() => {
    const words = viewTitle(view);
    document.title = [words, screen, 'Sufficiency'].filter((part) => part !== '').join(' – ');
  }, [screen, view]);
}
