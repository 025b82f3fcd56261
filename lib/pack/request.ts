/** What a pack is asked to hold: a view, always of one period, and the sections wanted. */
import { type Context, contextFor, type PoolFacts, whenWords, whereWords } from '@/lib/measure/context';
import { acrossAuthorities, overTime, type PackMeasures, packMeasures } from '@/lib/measure/pack-figures';
import { monthCount, monthText } from '@/lib/view/month';
import { resolvePeriod } from '@/lib/view/period';
import type { View } from '@/lib/view/view';

export const packSections = [
  ...packMeasures.map(({ id, title }) => ({ id, title })),
  { id: 'quality', title: 'Quality of the data' },
] as const;

export type PackSectionId = (typeof packSections)[number]['id'];

const ids = packSections.map(({ id }) => id);

/** The sections a link asks for, in the pack's order: all where it names none we know. */
export function sectionsOf(words: readonly string[] | null): readonly PackSectionId[] {
  const wanted = (words ?? []).flatMap((word) => word.split(',')).map((word) => word.trim().toLowerCase());
  const found = ids.filter((id) => wanted.includes(id));
  return found.length === 0 ? ids : found;
}

/** What a link says of the sections: nothing where all are wanted. */
export function sectionWords(sections: readonly PackSectionId[]): readonly string[] | null {
  const found = ids.filter((id) => sections.includes(id));
  return found.length === ids.length || found.length === 0 ? null : [found.join(',')];
}

/** A review is of a period: where the link names none it is the latest quarter that is over. */
export function packView(view: View): View {
  return view.period.kind === 'all' ? { ...view, period: { kind: 'latest', unit: 'quarter' } } : view;
}

const trendMonths = 24;

/** The same placements over the two years to the end of the pack's period; a comparison in time would need two more. */
export function trendView(view: View, facts: PoolFacts): View {
  const period = resolvePeriod(view.period, facts.months.placement ?? facts.months.referral);
  if (period === null || monthCount(period) >= trendMonths) return view;
  const months = { kind: 'months', from: monthText(period.to - trendMonths + 1), to: monthText(period.to) } as const;
  return { ...view, period: months, compare: view.compare.kind === 'previous' ? { kind: 'none' } : view.compare };
}

/** The chosen sections without what one authority alone cannot show. */
export function chosenMeasures(view: View, sections: readonly PackSectionId[]): readonly PackMeasures[] {
  const alone = view.authorities.length === 1;
  return packMeasures
    .filter(({ id }) => sections.includes(id))
    .map((part) => ({ ...part, measures: part.measures.filter(({ id }) => !(alone && acrossAuthorities.has(id))) }));
}

export function isOverTime(id: string): boolean {
  return overTime.has(id);
}

function kindOf({ period }: Context): string {
  const months = period === null ? 0 : monthCount(period);
  if (months === 1) return 'Monthly review';
  if (months === 3) return 'Quarterly review';
  return months === 12 ? 'Annual review' : 'Review';
}

/** `Quarterly review: Somerset, January 2026 – March 2026`. */
export function packTitle(view: View, facts: PoolFacts): string {
  const context = contextFor(view, facts, 'referral');
  return `${kindOf(context)}: ${[whereWords(context), whenWords(context)].filter((part) => part !== '').join(', ')}`;
}
