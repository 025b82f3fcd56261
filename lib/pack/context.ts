/** What a file says of where its figures came from, worked out from the view and the pool it was written over. */

import { type Limits, settingsWords } from '@/lib/disclosure/settings';
import type { Definition, ExportContext } from '@/lib/export/export';
import type { PoolFacts } from '@/lib/measure/context';
import { measureOf } from '@/lib/measure/registry';
import { describeView } from '@/lib/view/describe';
import { monthText } from '@/lib/view/month';
import { saidMonths, wholeMonths } from '@/lib/view/said-months';
import type { View } from '@/lib/view/view';

export interface Origin {
  readonly view: View;
  readonly pool: { readonly name: string; readonly kind: 'sample' | 'own'; readonly facts: PoolFacts | null };
  /** The pool's mark, and what counts as a small number in it. */
  readonly fingerprint: string | null;
  readonly limits: Limits & { readonly reason?: string };
  /** The whole link of the view, with the mark of the pool. */
  readonly link: string;
  /** The day of writing, `YYYY-MM-DD`. */
  readonly written: string;
}

/** `2026-03-31` of the month index of March 2026. */
function lastDay(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${monthText(month)}-${days}`;
}

/** `Placing authority: Somerset · Period: 2025-26 Q4`: everything that filters, in one line. */
export function filterWords(view: View, facts: PoolFacts | null): string {
  return describeView(view, facts && saidMonths(view, facts.months))
    .map(({ label, value }) => `${label}: ${value}`)
    .join(' · ');
}

function definitionsOf(ids: readonly string[]): readonly Definition[] {
  return ids.flatMap((id) => {
    const measure = measureOf(id);
    if (!measure) return [];
    const { words, formula, denominator } = measure.definition;
    return [{ term: measure.title, meaning: `${words} Formula: ${formula}. Counted: ${denominator}` }];
  });
}

/** `ids`: the figures whose definitions go with the file. */
export function exportContext(title: string, ids: readonly string[], origin: Origin): ExportContext {
  const { view, pool, link, written } = origin;
  const months = pool.facts && wholeMonths(pool.facts.months);
  return {
    title,
    filter: filterWords(view, pool.facts),
    link,
    poolName: pool.kind === 'sample' ? `${pool.name}: no real child` : pool.name,
    poolDate: months === null ? null : lastDay(months.to),
    written,
    smallNumbers: settingsWords(origin.limits),
    definitions: definitionsOf(ids),
  };
}
