'use client';
import Link from 'next/link';
import { type ReactNode, useLayoutEffect } from 'react';
import type { Named } from '@/lib/measure/measure';
import { poolSession } from '@/lib/session/pool-session';
import type { PoolSnapshot } from '@/lib/session/snapshot';
import { pauseTurns } from '../chart/turns';
import { useLate } from './use-late';

interface Props {
  readonly pool: PoolSnapshot;
  readonly failure: string | null;
  /** The figures shown belong to an earlier view: greyed as one, if that lasts. */
  readonly stale?: boolean;
  /** What the page shows when there is something to show: named while there is not. */
  readonly figures?: readonly Pick<Named, 'id' | 'title'>[];
  readonly children: ReactNode;
}

/** What stands in for the figures when there is no pool to show, and the warning when they could not all be worked out. */
export function ScreenState({ pool, failure, stale = false, figures = [], children }: Props) {
  const late = useLate(stale);
  useLayoutEffect(() => {
    pauseTurns(stale);
    return () => pauseTurns(false);
  }, [stale]);
  if (pool.status === 'empty') {
    return (
      <div className="figure-empty">
        <p>
          <strong>The pool is empty.</strong> Add your authority’s returns to see figures, or go back to the synthetic
          sample.
        </p>
        <p>
          <Link href="/data/">Add files on the Data page</Link>
        </p>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => poolSession.openSample()}>
          Return to the sample
        </button>
        {figures.length > 0 && (
          <>
            <p>This page will then show:</p>
            <ul>
              {figures.map(({ id, title }) => (
                <li key={id} data-figure={id} data-state="empty">
                  {title}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  }
  if (pool.status === 'error') {
    return (
      <div className="figure-error" role="alert">
        <p>
          <strong>The data engine could not start.</strong> {pool.failure} Your files were not changed and nothing was
          sent anywhere. Load the page again; if it happens again, try a current version of Chrome, Edge, Firefox or
          Safari.
        </p>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => location.reload()}>
          Load the page again
        </button>
      </div>
    );
  }
  return (
    <>
      {failure && (
        <div className="figure-error" role="alert">
          <p>
            <strong>These figures could not be updated.</strong> The pool is still loaded. Change a filter or load the
            page again.
          </p>
          <details className="details">
            <summary>Details (no data in them)</summary>
            <pre>{failure}</pre>
          </details>
        </div>
      )}
      <div className={late ? 'figures-late' : undefined}>{children}</div>
    </>
  );
}
