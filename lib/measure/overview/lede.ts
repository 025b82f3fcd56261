/** The two or three sentences a head of service would open with, joined from the headlines of protected figures. */
import type { Figures } from '@/lib/measure/overview/changes';

const opening = ['overview-placements', 'overview-match-rate', 'displacement'] as const;

/** Sentences in order, each ending in a full stop; figures that are empty or failed say nothing. */
export function lede(figures: Figures): readonly string[] {
  return opening.flatMap((id) => {
    const state = figures[id];
    return state?.state === 'ready' ? [`${state.figure.headline}.`] : [];
  });
}
