'use client';
import type { Figure } from '@/lib/figure/figure';
import type { Named } from '@/lib/measure/measure';
import { DefinitionNote } from './definition-note';
import { DownloadButtons } from './download';

interface Props {
  readonly figure: Figure;
  readonly measure: Named;
  readonly stale: boolean;
  /** `Chart`, `Map` … `Table`, and which of them is shown. */
  readonly faces: readonly string[];
  readonly shown: number;
  readonly onFace: (face: number) => void;
  /** Null where the body is always shown. */
  readonly fold: { readonly open: boolean; readonly body: string; readonly onToggle: () => void } | null;
}

/** What can be done with a figure: see it another way, take it away, read what it means. */
export function FigureTools({ figure, measure, stale, faces, shown, onFace, fold }: Props) {
  const { title } = measure;
  return (
    <div className="figure-tools">
      {fold && (
        <button
          type="button"
          className="figure-unfold"
          aria-expanded={fold.open}
          aria-controls={fold.body}
          onClick={fold.onToggle}
        >
          {`${fold.open ? 'Hide' : 'Show'} ${faces.length > 1 ? 'chart' : 'table'}`}
          <span className="visually-hidden"> of {title}</span>
        </button>
      )}
      {(fold === null || fold.open) && faces.length > 1 && (
        <fieldset className="figure-faces">
          <legend className="visually-hidden">Show {title} as</legend>
          {faces.map((name, index) => (
            <button key={name} type="button" aria-pressed={index === shown} onClick={() => onFace(index)}>
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <DownloadButtons figure={figure} stale={stale} />
      <DefinitionNote measure={measure} />
    </div>
  );
}
