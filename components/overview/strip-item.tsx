import type { ReactNode } from 'react';
import type { Figure } from '@/lib/figure/figure';
import type { FigureState } from '@/lib/measure/run';
import { colourOf } from '../chart/palette';
import { labelOf } from '../chart/read';
import { DefinitionNote } from '../figure/definition-note';
import { DownloadButtons } from '../figure/download';
import { CellText } from '../table/cell';
import { Sparkline } from './sparkline';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly worked: FigureState | undefined;
  readonly stale: boolean;
}

function stripValue({ table }: Figure): ReactNode {
  const [row] = table.rows;
  if (row?.secured === undefined) {
    const kind = row?.rate === undefined ? 'count' : 'rate';
    return (
      <p className="strip-value">
        <CellText cell={row?.[kind === 'rate' ? 'rate' : 'n']} kind={kind} />
      </p>
    );
  }
  return (
    <dl className="strip-types">
      {table.rows.map((one, index) => (
        <div key={labelOf(one, 'secured')}>
          <dt>
            <svg width={10} height={10} aria-hidden="true">
              <rect width={10} height={10} fill={colourOf(labelOf(one, 'secured'), index)} />
            </svg>{' '}
            {labelOf(one, 'secured')}
          </dt>
          <dd>
            <CellText cell={one.median} kind="pounds" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One of the six: its name, its number, the change in words and two years of months. */
export function StripItem({ id, title, worked, stale }: Props) {
  const figure = worked && worked.state !== 'error' ? worked.figure : undefined;
  const status = !worked || stale ? 'loading' : worked.state;
  const byType = figure?.table.rows[0]?.secured !== undefined;
  const share = figure?.table.rows[0]?.rate !== undefined;
  return (
    <section
      className="strip-item"
      data-figure={id}
      data-state={status}
      aria-busy={status === 'loading'}
      aria-label={title}
    >
      <h2 className="strip-name">{title}</h2>
      {worked?.state === 'error' && <p role="alert">Could not be worked out: {worked.error.message}</p>}
      {!figure && worked?.state !== 'error' && <div className="strip-wait" />}
      {figure && (
        <>
          {stripValue(figure)}
          {figure.extra.sparkline && (
            <Sparkline
              table={figure.extra.sparkline}
              column={byType ? 'median' : share ? 'rate' : 'n'}
              share={share}
              {...(byType && { series: 'secured' })}
            />
          )}
          <p className="strip-words">{figure.headline}.</p>
          <div className="figure-tools">
            <DownloadButtons figure={figure} stale={status === 'loading'} />
            <DefinitionNote id={id} title={title} />
          </div>
        </>
      )}
    </section>
  );
}
