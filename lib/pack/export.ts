/**
 * The one way out: every file, picture, copy and pack is cleared here first, so that what one export hides
 * another of the same session does not give away.
 */
import { assertProtected } from '@/lib/disclosure/gate';
import { Ledger } from '@/lib/disclosure/ledger';
import type { Limits } from '@/lib/disclosure/settings';
import type { Figure } from '@/lib/figure/figure';
import { knownOf, leaving, left } from '@/lib/measure/provenance';

export interface Cleared {
  readonly figures: readonly Figure[];
  /** Figures that leave with less than is on screen: their chart may not be taken from the screen. */
  readonly changed: ReadonlySet<string>;
  /** What was held back and why, for the person exporting; empty when nothing was. */
  readonly words: string;
}

/** What has left this tab, by the mark of the pool it was of. Gone with the tab, like everything else. */
const ledgers = new Map<string, Ledger>();

function ledgerOf(pool: string | null): Ledger {
  const name = pool ?? '';
  const ledger = ledgers.get(name) ?? new Ledger();
  ledgers.set(name, ledger);
  return ledger;
}

function wordsFor(changed: readonly string[], unknown: readonly string[]): string {
  const said: string[] = [];
  if (changed.length > 0) {
    const which = changed.length === 1 ? `“${changed[0]}” leaves` : `${changed.length} figures leave`;
    said.push(
      `${which} with more hidden than on screen: set beside what you took earlier in this session, or beside the same figure without one of its filters, it would tell a small number apart.`,
    );
  }
  if (unknown.length > 0) said.push('These figures are still being worked out and were not taken. Try again.');
  return said.join(' ');
}

/**
 * The figures as they may leave now, with what was held back. Nothing is recorded. `pool` is the pool's mark. Throws
 * where a shared figure holds a number that could not have passed protection: then nothing leaves.
 */
export function clear(figures: readonly Figure[], pool: string | null, limits: Limits): Cleared {
  const ledger = ledgerOf(pool);
  const found = figures.map((figure) => ({ title: figure.title, passed: leaving(figure, ledger, limits) }));
  const passed = found.flatMap((one) => one.passed ?? []);
  for (const { figure } of passed) assertProtected(figure, limits);
  const changed = passed.filter((one) => one.changed).map(({ figure }) => figure);
  return {
    figures: passed.map(({ figure }) => figure),
    changed: new Set(changed.map(({ id }) => id)),
    words: wordsFor(
      changed.map(({ title }) => title),
      found.filter((one) => one.passed === null).map(({ title }) => title),
    ),
  };
}

const pause = 50;
const patience = 30_000;

/**
 * What is shown, once it is the engine's own work: the figures a page is sent with stand there before the engine does, and
 * nothing can be said yet of what they may leave beside. Waits half a minute; `clear` then says what is missing.
 */
export async function whenLive(shown: () => readonly Figure[]): Promise<readonly Figure[]> {
  const live = (figure: Figure) => figure.protection === 'working' || knownOf(figure) !== undefined;
  for (let waited = 0; waited < patience && !shown().every(live); waited += pause)
    await new Promise((resolve) => setTimeout(resolve, pause));
  return shown();
}

/** `clear`, and written down as gone: call it in the act of exporting. */
export function release(figures: readonly Figure[], pool: string | null, limits: Limits): Cleared {
  const cleared = clear(figures, pool, limits);
  const ledger = ledgerOf(pool);
  for (const figure of figures) left(figure, ledger, limits);
  return cleared;
}
