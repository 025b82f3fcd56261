/** Which of the figures worked out before may still be shown while others are worked out. */
import type { Mode } from '@/lib/measure/protection';
import type { FigureState } from '@/lib/measure/run';

export type Figures = Readonly<Record<string, FigureState>>;

/** Exact numbers do not stay on the screen of whoever has just switched to the sharing view, not for a moment. */
export function shownFigures(figures: Figures, mode: Mode): Figures {
  if (mode === 'working') return figures;
  const kept = Object.entries(figures).filter(
    ([, worked]) => worked.state === 'error' || worked.figure.protection === 'sharing',
  );
  return kept.length === Object.keys(figures).length ? figures : Object.fromEntries(kept);
}
