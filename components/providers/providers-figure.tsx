'use client';
import { type ReactNode, useId } from 'react';
import { type Figure, isWithheld } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import type { Named } from '@/lib/measure/measure';
import { DefinitionNote } from '../figure/definition-note';
import { DownloadButtons } from '../figure/download';
import { HonestyLine } from '../figure/honesty';
import type { FigureState } from '../figure/state';
import { EmptyBody, ErrorBody, Skeleton } from '../figure/states';

interface Props {
  readonly measure: Named;
  readonly state: FigureState;
  readonly children: (figure: Figure) => ReactNode;
}

const registrations = [
  ['With a registered provider', 'With a registered provider'],
  ['Unregistered', 'unregistered'],
  ['Provider not recorded', 'provider not recorded'],
] as const;

/** How many placements had a registered provider, an unregistered one or none recorded, from the protected table. */
function registrationWords({ extra }: Figure): string {
  const said = registrations.flatMap(([group, words]) => {
    const row = extra.registration?.rows.find((one) => one.group === group);
    if (!row) return [];
    const share = row.rate !== undefined && !isWithheld(row.rate) ? ` (${formatCell(row.rate, 'rate')})` : '';
    return [`${words} ${formatCell(row.k, 'count')}${share}`];
  });
  return said.length === 0 ? '' : `${said.join(', ')}.`;
}

/** The figure frame round a table that the reader works in. */
export function ProvidersFigure({ measure, state, children }: Props) {
  const { id, title } = measure;
  const heading = useId();
  const figure = state.status === 'ready' || state.status === 'loading' ? state.figure : undefined;
  return (
    <section
      className="figure providers-figure"
      id={`figure-${id}`}
      data-figure={id}
      data-state={state.status}
      aria-labelledby={heading}
      aria-busy={state.status === 'loading'}
    >
      <header className="figure-head">
        <h2 id={heading} className="figure-headline">
          {figure ? figure.headline : title}
        </h2>
        {figure && <p className="figure-subtitle">{figure.subtitle}</p>}
        {figure && <p className="figure-subtitle">{registrationWords(figure)}</p>}
      </header>
      {figure && (
        <div className="figure-tools">
          <DownloadButtons figure={figure} stale={state.status === 'loading'} />
          <DefinitionNote measure={measure} />
        </div>
      )}
      <div className="figure-body">
        {state.status === 'error' && <ErrorBody title={title} message={state.message} />}
        {state.status === 'empty' && <EmptyBody advice={state.advice} remedy={state.remedy} />}
        {state.status === 'loading' && !figure && <Skeleton />}
        {figure && children(figure)}
      </div>
      {figure && <HonestyLine figure={figure} />}
    </section>
  );
}
