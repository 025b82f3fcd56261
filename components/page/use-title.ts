'use client';
import { useEffect } from 'react';
import { viewTitle } from '@/lib/view/describe';
import type { View } from '@/lib/view/view';

/** The tab, the bookmark and the print header all say which view this is; the page's own title arrives late and would undo it. */
export function useTitle(screen: string, view: View): void {
  useEffect(() => {
    const title = [viewTitle(view), screen, 'Sufficiency'].filter((part) => part !== '').join(' – ');
    const keep = () => {
      if (document.title !== title) document.title = title;
    };
    keep();
    const observer = new MutationObserver(keep);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [screen, view]);
}
