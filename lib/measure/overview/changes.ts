/** What changed most since the comparison, in sentences written from protected figures alone. */
import type { TableRow } from '@/lib/figure/figure';
import type { Sides } from '@/lib/measure/context';
import type { Page } from '@/lib/measure/measure';
import { capitalised } from '@/lib/measure/needs/rate';
import { typeChange } from '@/lib/measure/overview/price-change';
import type { FigureState } from '@/lib/measure/run';
import { numeric, percent, pointsAgainst, sayable } from '@/lib/measure/words';

export interface Change {
  readonly sentence: string;
  /** The figure it is about, and the screen it is on. */
  readonly figure: string;
  readonly page: Page;
  /** How far beyond chance: a difference in standard errors. Sorted by it. */
  readonly weight: number;
}

export type Figures = Readonly<Record<string, FigureState>>;

/** Differences smaller than this are chance more often than not worth a reader's time. */
const leastWeight = 1.96;
const mostShown = 5;

interface Candidate {
  readonly source: string;
  readonly figure: string;
  readonly page: Page;
  /** `placed in the preferred location`, after "78% were". */
  readonly say: (share: string) => string;
}

/** Two sides of one thing: the clearer of them is said. */
const oneThing: readonly string[] = ['match-rate', 'displacement'];

const candidates: readonly Candidate[] = [
  {
    source: 'overview-match-rate',
    figure: 'match-rate',
    page: 'needs',
    say: (share) => `${share} got the type of home that was asked for`,
  },
  {
    source: 'overview-location-match',
    figure: 'location-match',
    page: 'needs',
    say: (share) => `${share} were placed in the preferred location`,
  },
  {
    source: 'overview-siblings',
    figure: 'siblings',
    page: 'needs',
    say: (share) => `${share} of children to be placed with siblings were placed with all of them`,
  },
  {
    source: 'overview-over-20-miles',
    figure: 'distance-bands',
    page: 'distance',
    say: (share) => `${share} were placed more than 20 miles from home, where known`,
  },
  {
    source: 'displacement',
    figure: 'displacement',
    page: 'needs',
    say: (share) => `${share} were placed in another type than the one asked for`,
  },
];

/** The row that sets the two sides against each other: `recent` where the whole view is neither. */
export function comparedRow(state: FigureState | undefined): TableRow | undefined {
  if (state?.state !== 'ready') return undefined;
  const { extra, table } = state.figure;
  return extra.recent?.rows[0] ?? extra.total?.rows[0] ?? table.rows[0];
}

function standardErrors(now: number, nowN: number, then: number, thenN: number): number {
  const pooled = (now * nowN + then * thenN) / (nowN + thenN);
  const variance = pooled * (1 - pooled) * (1 / nowN + 1 / thenN);
  return variance > 0 ? Math.abs(now - then) / Math.sqrt(variance) : 0;
}

function rateChange(candidate: Candidate, figures: Figures, { beforeWords }: Sides): Change | null {
  const row = comparedRow(figures[candidate.source]);
  const now = sayable(row);
  const then = sayable(row, 'comparisonRate', 'comparisonN');
  const [nowN, thenN] = [numeric(row?.n), numeric(row?.comparisonN)];
  if (now === null || then === null || nowN === null || thenN === null) return null;
  if (Math.round(now * 100) === Math.round(then * 100)) return null;
  const { source: _, say, ...target } = candidate;
  return {
    ...target,
    sentence: `${capitalised(say(percent(now)))}, ${pointsAgainst(now, then, beforeWords)}`,
    weight: standardErrors(now, nowN, then, thenN),
  };
}

/** At most five changes that chance alone would seldom make, the clearest first. Empty with nothing to compare. */
export function whatChanged(figures: Figures, sides: Sides): readonly Change[] {
  if (sides.kind === 'none') return [];
  return [...candidates.map((candidate) => rateChange(candidate, figures, sides)), ...typeChange(figures, sides)]
    .flatMap((change) => (change !== null && change.weight >= leastWeight ? [change] : []))
    .sort((a, b) => b.weight - a.weight)
    .filter(({ figure }, at, all) => {
      const first = all.findIndex((one) => oneThing.includes(one.figure));
      return at === first || !oneThing.includes(figure);
    })
    .slice(0, mostShown);
}
