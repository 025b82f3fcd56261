import { expect, test } from 'vitest';
import type { Figure } from '@/lib/figure/figure';
import type { FigureState } from '@/lib/measure/run';
import { shownFigures } from '@/lib/session/shown-figures';

const of = (protection: Figure['protection']): FigureState => ({
  state: 'ready',
  figure: {
    ...{ id: 'match-rate', title: 'Match rate', headline: '', subtitle: '', n: 3, source: '', protection },
    ...{ table: { columns: [], rows: [] }, extra: {}, charts: [], exclusions: [], caveats: [], warnings: [] },
    ...{ recording: [], restsOn: null, protectionNotes: [] },
  } as unknown as Figure,
});
const failed: FigureState = { state: 'error', id: 'siblings', title: 'Siblings', error: new Error('No rows') };

test('exact figures are gone the moment the sharing view is asked for', () => {
  expect(shownFigures({ 'match-rate': of('working'), siblings: failed }, 'sharing')).toEqual({ siblings: failed });
});

test('protected figures stay until their successors come, in either view', () => {
  const figures = { 'match-rate': of('sharing') };
  expect(shownFigures(figures, 'sharing')).toBe(figures);
  expect(shownFigures(figures, 'working')).toBe(figures);
});

test('exact figures stay in the working view', () => {
  const figures = { 'match-rate': of('working') };
  expect(shownFigures(figures, 'working')).toBe(figures);
});
