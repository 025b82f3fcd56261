import Link from 'next/link';
import type { Change } from '@/lib/measure/overview/changes';

interface Props {
  readonly changes: readonly Change[];
  /** What is compared with what; empty where nothing is. */
  readonly against: string;
  /** `?…` of the view, so that a link keeps it. */
  readonly query: string;
}

/** The clearest changes, each a link to its figure with the same view. */
export function WhatChanged({ changes, against, query }: Props) {
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title" className="section-title">
        What changed most
      </h2>
      {changes.length === 0 ? (
        <p>
          {against === ''
            ? 'Nothing is compared: choose “Compare with”.'
            : `Nothing that can be shown changed by more than chance would, against ${against}.`}
        </p>
      ) : (
        <ol>
          {changes.map(({ sentence, figure, page }) => (
            <li key={sentence}>
              <Link href={`/${page === 'overview' ? '' : `${page}/`}${query}#figure-${figure}`}>{sentence}</Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
