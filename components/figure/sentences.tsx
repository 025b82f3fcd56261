'use client';
import { useState } from 'react';

const first = 30;

/** A figure's rows as someone would say them. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? sentences : sentences.slice(0, first);
  return (
    <>
      <ul className="figure-sentences">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}.</li>
        ))}
      </ul>
      {sentences.length > first && (
        <button type="button" className="plain-button chart-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${sentences.length}`}
        </button>
      )}
    </>
  );
}
