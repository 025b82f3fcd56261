import { memo } from 'react';
import type { Named } from '@/lib/measure/measure';
import type { FigureState } from '@/lib/measure/run';
import { DefinitionNote } from '../figure/definition-note';
import { DownloadButtons } from '../figure/download';
import { StripNumber } from './strip-number';

interface Props {
  readonly measure: Named;
  readonly worked: FigureState | undefined;
  readonly stale: boolean;
}

/** One of the six: its name, its number, the change in words and two years of months. */
export const StripItem = memo(function StripItem({ measure, worked, stale }: Props) {
  const { id, title } = measure;
  const figure = worked && worked.state !== 'error' ? worked.figure : undefined;
  const status = !worked || stale ? 'loading' : worked.state;
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
          <StripNumber figure={figure} />
          <div className="figure-tools">
            <DownloadButtons figure={figure} stale={status === 'loading'} short />
            <DefinitionNote measure={measure} short />
          </div>
        </>
      )}
    </section>
  );
});
