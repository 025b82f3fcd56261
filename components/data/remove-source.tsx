'use client';
import { useEffect, useRef, useState } from 'react';
import type { SourceRow } from '@/lib/pool/sources';
import { poolSession } from '@/lib/session/pool-session';

/** Asks once before a file's placements leave the pool; the file itself is never touched. */
export function RemoveSource({ source: { sourceId, name } }: { readonly source: SourceRow }) {
  const [asking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) yes.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" className="plain-button" onClick={() => setAsking(true)}>
        Remove<span className="visually-hidden"> {name}</span>
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape from the buttons inside it
    <span className="remove-question" onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}>
      Take its placements out of the pool?{' '}
      <button
        ref={yes}
        type="button"
        className="plain-button"
        onClick={() => {
          setAsking(false);
          void poolSession.removeSource(sourceId);
        }}
      >
        Yes, remove<span className="visually-hidden"> {name}</span>
      </button>
      <button type="button" className="plain-button" onClick={() => setAsking(false)}>
        Keep
      </button>
    </span>
  );
}
