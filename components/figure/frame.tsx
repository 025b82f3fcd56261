'use client';
import { type ReactNode, useState } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { ChartView, chartNames } from '../chart/chart';
import { FigureTables } from '../table/figure-tables';
import { DefinitionNote } from './definition-note';
import { DownloadButtons } from './download';
import { HonestyLine } from './honesty';
import type { FigureState } from './state';
import { EmptyBody, ErrorBody, Skeleton } from './states';

export interface FigureFrameProps {
  readonly id: string;
  readonly title: string;
  readonly state: FigureState;
  readonly level?: 2 | 3;
  readonly firstFace?: number;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
  readonly children?: ReactNode;
}

/** The one frame round every number: headline, what it is, chart or table, what was left out, download, definition. */
export function FigureFrame({ id, title, state, level = 3, firstFace = 0, onSelect, children }: FigureFrameProps) {
  const [face, setFace] = useState(firstFace);
  const figure = state.status === 'ready' || state.status === 'loading' ? state.figure : undefined;
  const Heading = `h${level}` as const;
  const charts = figure?.charts.filter((chart) => chart.kind !== 'none') ?? [];
  const faces = [...charts.map((chart) => chartNames[chart.kind]), 'Table'];
  const shown = charts.length === 0 ? 0 : Math.min(face, faces.length - 1);
  const chart = charts[shown];
  return (
    <section
      className="figure"
      id={`figure-${id}`}
      data-figure={id}
      data-state={state.status}
      // The title, not the headline: a trend may say the same sentence as the figure it is of.
      aria-label={title}
      aria-busy={state.status === 'loading'}
    >
      <header className="figure-head">
        <Heading className="figure-headline">{figure ? figure.headline : title}</Heading>
        {figure && <p className="figure-subtitle">{figure.subtitle}</p>}
      </header>
      {figure && (
        <div className="figure-tools">
          {faces.length > 1 && (
            <fieldset className="figure-faces">
              <legend className="visually-hidden">Show {title} as</legend>
              {faces.map((name, index) => (
                <button key={name} type="button" aria-pressed={index === shown} onClick={() => setFace(index)}>
                  {name}
                </button>
              ))}
            </fieldset>
          )}
          <DownloadButtons figure={figure} stale={state.status === 'loading'} />
          <DefinitionNote id={id} title={title} />
        </div>
      )}
      <div className="figure-body">
        {state.status === 'error' && <ErrorBody title={title} message={state.message} />}
        {state.status === 'empty' && <EmptyBody advice={state.advice} remedy={state.remedy} />}
        {state.status === 'loading' && !figure && <Skeleton />}
        {figure &&
          (chart ? (
            <ChartView figure={figure} chart={chart} onSelect={onSelect} />
          ) : (
            <FigureTables figure={figure} onSelect={onSelect} />
          ))}
        {children}
      </div>
      {figure && <HonestyLine figure={figure} />}
    </section>
  );
}
