'use client';
import { type ReactNode, useState } from 'react';
import { firstChart } from '@/lib/figure/drawable';
import type { TableRow } from '@/lib/figure/figure';
import type { Named } from '@/lib/measure/measure';
import { ChartView, chartName } from '../chart/chart';
import { FigureTables } from '../table/figure-tables';
import { DownloadButtons } from './download';
import { HonestyLine } from './honesty';
import { Sentences } from './sentences';
import type { FigureState } from './state';
import { EmptyBody, ErrorBody, Skeleton } from './states';
import { FigureTools } from './tools';

export interface FigureFrameProps {
  readonly measure: Named;
  readonly state: FigureState;
  readonly level?: 2 | 3;
  /** The first chart of which enough can be drawn, where none is said. */
  readonly firstFace?: number | null;
  /** Its sentence and downloads alone, until the reader asks for the chart. */
  readonly folded?: boolean;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
  readonly children?: ReactNode;
}

/** The one frame round every number: headline, what it is, chart or table, what was left out, download, definition. */
export function FigureFrame(props: FigureFrameProps) {
  const { measure, state, level = 3, firstFace = null, folded = false, onSelect, children } = props;
  const { id, title } = measure;
  const [face, setFace] = useState<number | null>(firstFace);
  const [opened, setOpened] = useState(false);
  const open = opened || !folded;
  const figure = state.status === 'ready' || state.status === 'loading' ? state.figure : undefined;
  const Heading = `h${level}` as const;
  const charts = figure?.charts.filter((chart) => chart.kind !== 'none') ?? [];
  const sentences = figure?.sentences ?? [];
  const faces = [...charts.map(chartName), 'Table', ...(sentences.length > 0 ? ['In words'] : [])];
  const shown = Math.min(face ?? (figure ? firstChart(figure) : 0), faces.length - 1);
  const chart = charts[shown];
  const body = `figure-${id}-body`;
  return (
    <section
      className={open ? 'figure' : 'figure figure-folded'}
      id={`figure-${id}`}
      data-figure={id}
      data-state={state.status}
      // The title, not the headline: a trend may say the same sentence as the figure it is of.
      aria-label={title}
      aria-busy={state.status === 'loading'}
    >
      <header className="figure-head">
        <Heading className="figure-headline">{figure && open ? figure.headline : title}</Heading>
        {figure && <p className="figure-subtitle">{open ? figure.subtitle : figure.headline}</p>}
      </header>
      {figure && (
        <FigureTools
          figure={figure}
          measure={measure}
          stale={state.status === 'loading'}
          faces={faces}
          shown={shown}
          onFace={setFace}
          fold={folded ? { open, body, onToggle: () => setOpened(!opened) } : null}
        />
      )}
      <div className="figure-body" id={body}>
        {state.status === 'error' && <ErrorBody title={title} message={state.message} />}
        {state.status === 'empty' && (
          <EmptyBody advice={state.advice} remedy={state.remedy}>
            {state.figure && <DownloadButtons figure={state.figure} />}
          </EmptyBody>
        )}
        {state.status === 'loading' && !figure && <Skeleton folded={folded} />}
        {figure &&
          open &&
          (chart ? (
            <ChartView figure={figure} chart={chart} onSelect={onSelect} />
          ) : shown > charts.length ? (
            <Sentences sentences={sentences} />
          ) : (
            <FigureTables figure={figure} onSelect={onSelect} />
          ))}
        {children}
      </div>
      {figure && open && <HonestyLine figure={figure} />}
    </section>
  );
}
