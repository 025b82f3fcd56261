/**
 * The published names of a link's parts, in the order they are written. A link is for ever: names and
 * forms may be added, and old ones stay readable (test/view/links.test.ts holds every form).
 */
export const parameters = [
  { name: 'la', thing: 'placing authority' },
  { name: 'region', thing: 'region' },
  { name: 'period', thing: 'period' },
  { name: 'basis', thing: 'date basis' },
  { name: 'sought', thing: 'type sought' },
  { name: 'secured', thing: 'type secured' },
  { name: 'needs', thing: 'need or risk' },
  { name: 'needs-match', thing: 'way of matching needs' },
  { name: 'notice', thing: 'notice' },
  { name: 'siblings', thing: 'choice for sibling groups' },
  { name: 'preferred', thing: 'choice for preferred location' },
  { name: 'band', thing: 'band of need' },
  { name: 'distance', thing: 'distance band' },
  { name: 'locality', thing: 'locality' },
  { name: 'home', thing: 'home area' },
  { name: 'placed', thing: 'placement area' },
  /** `x=Column:value,value`, once for each bespoke column. */
  { name: 'x', thing: 'bespoke column' },
  { name: 'compare', thing: 'comparison' },
  { name: 'cuts', thing: 'pair of cut points for the bands of need' },
  /** What the writer of the link had to leave out for length, by name. */
  { name: 'cut', thing: 'part of a link' },
  /** The mark of the pool the link was made over. */
  { name: 'pool', thing: 'pool' },
] as const;

/** Parts of a link that say what a page shows of a view, not which placements: kept as they are when the view changes. */
export const pageParameters = [
  /** The sections of the review pack: `sections=needs,cost`. */
  'sections',
  /** The provider whose figures stand beside the table, by URN: `provider=SC123456`. */
  'provider',
  /** The column a table is sorted by, from high to low with a minus: `sort=-n`. */
  'sort',
  /** The bespoke column a rate is split by: `split=Funding stream`. */
  'split',
  /** The published figure drawn beside the pool's own: `published=homes`. */
  'published',
] as const;

export type PageParameter = (typeof pageParameters)[number];

export function isPageParameter(name: string): name is PageParameter {
  return pageParameters.some((known) => known === name);
}

export type ParameterName = (typeof parameters)[number]['name'];

/** What is written, by parameter; several values mean the parameter appears several times. */
export type Entries = Partial<Record<ParameterName, readonly string[]>>;

const names = new Set<string>(parameters.map(({ name }) => name));

export function isParameterName(name: string): name is ParameterName {
  return names.has(name);
}

const things = new Map<ParameterName, string>(parameters.map(({ name, thing }) => [name, thing]));

/** The thing a parameter chooses, in plain words: `placing authority`. */
export function thingOf(name: ParameterName): string {
  return things.get(name) ?? name;
}

/** A whole link stays under 2,000 characters: this much for the view, the rest for site, page and pool. */
export const longestQuery = 1_700;
