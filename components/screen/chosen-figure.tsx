import { useMemo } from 'react';
import type { Measure } from '@/lib/measure/measure';
import { useFigures } from '@/lib/session/use-figures';
import { useShownView } from '@/lib/session/use-shown-view';
import { PlacedFigure } from './placed-figure';
import { useAdvice } from './use-advice';

interface Props {
  /** The choice, and the measure of it. */
  readonly of: string;
  readonly measureOf: (choice: string) => Measure;
  /** What is said where it could not be worked out. */
  readonly failed: string;
}

/** The figure of something the reader chose on the page. Rendered anew for each choice: `key` must say which. */
export function ChosenFigure({ of, measureOf, failed }: Props) {
  const { view, setView } = useShownView();
  const measures = useMemo(() => [measureOf(of)], [of, measureOf]);
  const { figures, stale, failure } = useFigures(measures, view);
  const advice = useAdvice(view, false);
  if (failure) return <p role="alert">{failed}</p>;
  return measures.map((measure) => (
    <PlacedFigure
      key={measure.id}
      measure={measure}
      worked={figures[measure.id]}
      stale={stale}
      advice={advice.text}
      onFilter={setView}
    />
  ));
}
