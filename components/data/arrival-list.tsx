'use client';
import { useState } from 'react';
import type { Arrival } from '@/lib/session/load';
import { usePool } from '@/lib/session/use-pool';
import { LoadedResult } from './loaded-result';
import { NeedsAuthorityResult } from './needs-authority-result';
import { OpenedResult } from './opened-result';
import { RefusedResult } from './refused-result';

function Result({ arrival }: { readonly arrival: Arrival }) {
  switch (arrival.status) {
    case 'loaded':
      return <LoadedResult arrival={arrival} />;
    case 'needs authority':
      return <NeedsAuthorityResult arrival={arrival} />;
    case 'refused':
      return <RefusedResult arrival={arrival} />;
    case 'opened':
      return <OpenedResult arrival={arrival} />;
  }
}

function summary(arrivals: readonly Arrival[]): string {
  const of = (status: Arrival['status']) => arrivals.filter((one) => one.status === status).length;
  const parts = [
    [of('loaded') + of('opened'), 'loaded'],
    [of('needs authority'), 'waiting for an answer from you'],
    [of('refused'), 'could not be read'],
  ] as const;
  return parts.flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`])).join(', ');
}

/** What became of each file, latest first. Exact, whatever the view: they are the numbers of the reader's own files. */
export function ArrivalList() {
  const { arrivals } = usePool();
  const [hidden, setHidden] = useState<readonly Arrival[]>([]);
  const shown = arrivals.filter((one) => !hidden.includes(one));
  return (
    <div className="arrivals">
      <p role="status" className="arrivals-summary">
        {shown.length > 0 && `Files added: ${summary(shown)}.`}
      </p>
      {shown.length > 0 && (
        <>
          <ul>
            {shown.map((arrival) => (
              <li key={`${arrival.name} ${arrival.status === 'loaded' ? arrival.sourceId : arrival.status}`}>
                <Result arrival={arrival} />
              </li>
            ))}
          </ul>
          <button type="button" className="plain-button" onClick={() => setHidden(arrivals)}>
            Clear this list (what is loaded stays)
          </button>
        </>
      )}
    </div>
  );
}
