/**
 * A view as the words of a link. Defaults are never written, the order is fixed, and what
 * `parseView` reads back is the same view.
 */
import { createMultiParser, createSerializer } from 'nuqs/server';
import { canonicalView } from '@/lib/view/canonical';
import {
  bandChoices,
  type Choice,
  distanceChoices,
  needChoices,
  noticeChoices,
  securedChoices,
  soughtChoices,
} from '@/lib/view/choices';
import { type Entries, longestQuery, type ParameterName, parameters } from '@/lib/view/parameter';
import { writePeriod } from '@/lib/view/period-text';
import { areaSlug, authorityNumber, authoritySlug, regionSlug } from '@/lib/view/place';
import { type Compare, defaultView, type View } from '@/lib/view/view';

/** A parameter as it stands in the URL: its values in order, nothing interpreted. */
export const rawParser = createMultiParser<readonly string[]>({
  parse: (values) => [...values],
  serialize: (values) => [...values],
  eq: (a, b) => a.length === b.length && a.every((value, index) => value === b[index]),
});

const serialize = createSerializer(Object.fromEntries(parameters.map(({ name }) => [name, rawParser])));

/** `''` or `?la=somerset&sought=foster`. */
export function queryOf(entries: Entries): string {
  return serialize(Object.fromEntries(Object.entries(entries).map(([name, values]) => [name, [...values]])));
}

/** As many characters as the query takes once the browser has encoded it. */
function lengthOf(entries: Entries): number {
  return new URL(queryOf(entries), 'https://host').search.length;
}

/** The parts that can grow without end: a link too long loses the longest of them. */
const expendable = [
  ['x', 'bespoke'],
  ['home', 'home'],
  ['placed', 'placed'],
] as const;

export interface FittedView {
  readonly view: View;
  /** The parts left out so that the link stays under its length; empty for all but extravagant views. */
  readonly leftOut: readonly ParameterName[];
}

/** The canonical view, without the parts for which a link has no room. */
export function fitView(wanted: View): FittedView {
  let view = canonicalView(wanted);
  const leftOut: ParameterName[] = [];
  for (let entries = entriesOf(view); lengthOf(entries) > longestQuery; entries = entriesOf(view)) {
    const size = (name: ParameterName) => entries[name]?.join().length ?? 0;
    const [longest] = [...expendable].sort(([a], [b]) => size(b) - size(a));
    if (longest === undefined || size(longest[0]) === 0) break;
    view = { ...view, [longest[1]]: defaultView[longest[1]] };
    leftOut.push(longest[0]);
  }
  return { view, leftOut };
}

/** Parameters of a view; `cut` names what had to be left out, so that whoever opens the link is told. */
export function writeView(wanted: View, pool: string | null = null): Entries {
  const { view, leftOut } = fitView(wanted);
  const entries = entriesOf(view);
  if (leftOut.length > 0) entries.cut = [leftOut.join(',')];
  if (pool !== null) entries.pool = [pool];
  return entries;
}

/** `''` for the default view over any pool; else `?…`, ready to follow a path. */
export function viewQuery(view: View, pool: string | null = null): string {
  return queryOf(writeView(view, pool));
}

function entriesOf(view: View): Entries {
  const [medium, higher] = view.cuts;
  const sameCuts = medium === defaultView.cuts[0] && higher === defaultView.cuts[1];
  const columns = Object.entries(view.bespoke).map(([name, values]) => `${mask(name)}:${values.map(mask).join(',')}`);
  const entries: readonly (readonly [ParameterName, string | null])[] = [
    ['la', joined(authorityWords(view.authorities))],
    ['region', joined(view.regions.map(regionSlug))],
    ['period', writePeriod(view.period)],
    ['basis', view.basis === 'auto' ? null : view.basis],
    ['sought', slugs(soughtChoices, view.sought)],
    ['secured', slugs(securedChoices, view.secured)],
    ['needs', slugs(needChoices, view.needs)],
    ['needs-match', view.needsMatch === 'all' ? 'all' : null],
    ['notice', slugs(noticeChoices, view.notice)],
    ['siblings', view.siblingGroup],
    ['preferred', view.locationPreferred],
    ['band', slugs(bandChoices, view.band)],
    ['distance', slugs(distanceChoices, view.distance)],
    ['locality', view.locality],
    ['home', joined(view.home.map(areaSlug))],
    ['placed', joined(view.placed.map(areaSlug))],
    ['compare', compareWord(view.compare)],
    ['cuts', sameCuts ? null : `${medium}-${higher}`],
  ];
  const written = entries.flatMap(([name, value]) => (value === null ? [] : [[name, [value]] as const]));
  return { ...Object.fromEntries(written), ...(columns.length > 0 ? { x: columns } : {}) };
}

/** Names while there is room; a national selection falls back on the DfE's numbers. */
function authorityWords(codes: readonly string[]): readonly string[] {
  const named = codes.map(authoritySlug);
  return named.join(',').length <= 600 ? named : codes.map(authorityNumber);
}

function slugs<Value extends string>(choices: readonly Choice<Value>[], values: readonly Value[]): string | null {
  return joined(choices.filter(({ value }) => values.includes(value)).map(({ slug }) => slug));
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(',');
}

function compareWord(compare: Compare): string | null {
  if (compare.kind === 'authority') return authoritySlug(compare.code);
  return compare.kind === 'previous' ? null : compare.kind;
}

/** Keeps a bespoke name's own commas and colons apart from ours. */
function mask(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(',', '%2C').replaceAll(':', '%3A');
}

export function unmask(text: string): string {
  return text.replace(/%(25|2c|3a)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
