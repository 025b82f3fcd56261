'use client';
import { useEffect, useState } from 'react';

/** Milliseconds in which most changes of a filter are drawn: what is greyed for less only flickers. */
const patience = 400;

/** True once `waiting` has lasted. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}
