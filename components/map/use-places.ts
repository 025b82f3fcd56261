'use client';
import { useEffect, useState } from 'react';
import { loadPlaces, type Places } from '@/lib/place/places';

/** The postcode districts, once they have been fetched from this site; null until then. */
export function usePlaces(): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  useEffect(() => {
    let shown = true;
    void loadPlaces().then((found) => shown && setPlaces(found));
    return () => {
      shown = false;
    };
  }, []);
  return places;
}
