/**
 * Remembers, out of every screen's reach, what a shared figure was protected from, so that it can be protected
 * once more as it leaves: against everything that left before it.
 */
import { hideCells, type Ledger, type PublishedCells, publishedCells } from '@/lib/disclosure/ledger';
import type { ProtectedDraft } from '@/lib/disclosure/protect';
import type { Limits } from '@/lib/disclosure/settings';
import type { Draft, Figure } from '@/lib/figure/figure';
import type { View } from '@/lib/view/view';
import type { PoolFacts } from './context';
import type { Measure } from './measure';

/** How to work a figure out again, over another view. */
export interface Asked {
  readonly measure: Measure;
  readonly view: View;
  readonly pool: PoolFacts;
}

export interface Provenance {
  readonly asked?: Asked;
  readonly draft: Draft;
  readonly shown: ProtectedDraft;
  /** The sentences again, from what may still be said. */
  readonly tell: (shown: ProtectedDraft) => Pick<Figure, 'headline' | 'sentences' | 'subtitle' | 'restsOn'>;
}

const known = new WeakMap<Figure, Provenance>();

/** What the same figure would publish without one of its view's filters: as good as having left already. */
const complements = new WeakMap<Figure, readonly PublishedCells[]>();

export function remember(figure: Figure, provenance: Provenance): void {
  known.set(figure, provenance);
}

export function knownOf(figure: Figure): Provenance | undefined {
  return known.get(figure);
}

export function setBeside(figure: Figure, cells: readonly PublishedCells[]): void {
  complements.set(figure, cells);
}

export function besideOf(figure: Figure): readonly PublishedCells[] | undefined {
  return complements.get(figure);
}

export interface Leaving {
  readonly figure: Figure;
  /** It leaves with less than is on screen. */
  readonly changed: boolean;
}

/**
 * A figure as it may leave now. Nothing is recorded: that is `left`. Working figures are exact on purpose and pass;
 * null for a shared figure whose provenance nobody knows, which may not leave.
 */
export function leaving(figure: Figure, ledger: Ledger, limits: Limits): Leaving | null {
  if (figure.protection === 'working') return { figure, changed: false };
  const provenance = known.get(figure);
  if (!provenance) return null;
  const { draft, shown, tell } = provenance;
  const hidden = ledger.check(publishedCells(figure.id, draft, shown, limits), limits, besideOf(figure));
  if (hidden.size === 0) return { figure, changed: false };
  const less = hideCells(figure.id, shown, hidden, limits);
  const { table, extra, charts, n, exclusions, notes } = less;
  return {
    figure: { ...figure, ...tell(less), table, extra, charts, n, exclusions, protectionNotes: notes },
    changed: true,
  };
}

/** Writes down that the figure left as `leaving` said. */
export function left(figure: Figure, ledger: Ledger, limits: Limits): void {
  const provenance = known.get(figure);
  if (figure.protection === 'working' || !provenance) return;
  ledger.export(figure.id, provenance.draft, provenance.shown, limits, besideOf(figure));
}
