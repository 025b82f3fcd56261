'use client';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Column, Figure, TableRow } from '@/lib/figure/figure';

import { providerPanel } from '@/lib/measure/providers/figures';
import { useFigures } from '@/lib/session/use-figures';
import type { View } from '@/lib/view/view';
import { PlacedFigure } from '../screen/placed-figure';
import { ProviderFacts } from './provider-facts';

interface Props {
  readonly urn: string;
  readonly mode: Figure['protection'];
  readonly view: View;
  /** Its row of the table: it is opened from nothing else, so what may not be shown there is not shown here. */
  readonly row: TableRow;
  readonly columns: readonly Column[];
  readonly onClose: () => void;
  readonly onFilter: (patch: Partial<View>) => void;
}

const nothingYet: Readonly<Record<string, string>> = {
  'provider-cost': 'No placement with this provider has a usable cost in this view.',
  'provider-like-for-like':
    'Not compared: fewer than 10 placements of a type with this provider have a usable cost in this view.',
};

/** One provider's figures. Rendered anew for each provider and mode: `key` must say both. */
export function ProviderPanel({ urn, mode, view, row, columns, onClose, onFilter }: Props) {
  const measures = useMemo(() => providerPanel(urn, mode), [urn, mode]);
  const { figures, stale, failure } = useFigures(measures, view);
  const heading = useRef<HTMLHeadingElement>(null);
  // Opened from the table, the panel takes the focus; opened by a link, it leaves it where a page begins.
  useEffect(() => {
    if (!document.activeElement?.closest('.grid')) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const name = typeof row.ofstedName === 'string' ? row.ofstedName : '';

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <section className="provider-panel" aria-label={`Provider ${urn}`} onKeyDown={onKeyDown}>
      <div className="provider-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          Provider {urn}
          {name !== '' && <span className="provider-name">{name}</span>}
        </h2>
        <button type="button" className="plain-button" onClick={onClose}>
          Close<span className="visually-hidden"> provider {urn}</span>
        </button>
      </div>
      <ProviderFacts row={row} columns={columns} />
      {failure && <p role="alert">These figures could not be worked out. Change a filter or close and open again.</p>}
      {measures.map((measure) => (
        <PlacedFigure
          key={measure.id}
          measure={measure}
          worked={figures[measure.id]}
          stale={stale}
          advice={nothingYet[measure.id] ?? 'No placement with this provider in this view.'}
          onFilter={onFilter}
        />
      ))}
      {mode === 'sharing' && (
        <p className="figure-honesty">Which authorities use a provider is shown in the working view only.</p>
      )}
    </section>
  );
}
