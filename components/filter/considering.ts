'use client';
import { createContext, useContext } from 'react';
import type { Consider } from '@/lib/session/use-ahead';

/** Of the screen whose view is changed; on a page without figures nobody is told. */
export const Considering = createContext<Consider>(() => undefined);

/** Whom a filter or a mark tells of the change it seems about to make. */
export function useConsider(): Consider {
  return useContext(Considering);
}
