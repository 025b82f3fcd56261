/** What of the loaded files' recording bears on a figure, of the files its view looks at. */
import type { Recording } from '@/lib/figure/figure';
import type { Context, SourceFacts } from '@/lib/measure/context';
import type { Measure } from '@/lib/measure/measure';
import { educationHint, educationWarnings, siblingWarnings } from '@/lib/measure/needs/source-signs';
import { listed } from '@/lib/measure/words';
import { labelOf } from '@/lib/standard/fields';

/** Below this share of placements with a usable cost, a file has few costs; of fewer placements nothing is said. */
const fewCosts = 0.5;
const fewestPlaced = 10;
/** More names than this and a sentence is no longer read. */
const mostNames = 3;

/** Costs set against need: both what was asked of needs and what was recorded of costs bear on them. */
const costsByNeed = [
  'by-notice',
  'cost-by-need',
  'cost-by-band',
  'like-for-like',
  'like-for-like-providers',
  'like-for-like-check',
  'like-for-like-strata',
  'cost-drivers',
  'cost-drivers-by-la',
  'provider-like-for-like',
  'provider-like-for-like-strata',
] as const;

/** Figures that these bear on, by id: columns are no guide, for figures that share a query share its columns. */
export const bearsOn = {
  risks: [...costsByNeed, 'unmet-by-need', 'distance-by-need'],
  costs: [
    ...costsByNeed,
    'overview-cost',
    'cost-by-type',
    'cost-trend',
    'cost-trend-quarterly',
    'cost-commitment',
    'cost-breakdown',
    'cost-by-la',
    'cost-by-match',
    'cost-by-notice',
    'cost-by-dol',
    'cost-by-solo',
    'cost-by-registration',
    'cost-by-provider',
    'distance-cost',
    'providers',
    'provider-cost',
  ],
  siblings: ['overview-siblings', 'siblings', 'siblings-trend', 'siblings-by-la', 'authorities'],
  education: ['education'],
} as const;

const listedIn = (ids: readonly string[], id: string) => ids.includes(id);

/** `a.csv`, `a.csv and b.csv`, `3 of 14 files`. */
function files(found: readonly SourceFacts[], all: readonly SourceFacts[]): string {
  if (found.length === all.length && found.length > 1) return `all ${all.length} files`;
  return found.length > mostNames ? `${found.length} of ${all.length} files` : listed(found.map(({ name }) => name));
}

function risks(all: readonly SourceFacts[]): readonly Recording[] {
  const found = all.filter(({ risksNotAsked }) => risksNotAsked.length > 0);
  const names = [...new Set(found.flatMap(({ risksNotAsked }) => risksNotAsked))].map(labelOf);
  if (names.length === 0) return [];
  const detail = `Never asked in ${files(found, all)}: ${listed(names)}. Nothing recorded is not the same as no risk, so needs there may be higher than they look.`;
  const which = names.length === 1 ? `“${names[0]}”` : `${names.length} risks`;
  // How many files is in the detail: beside a figure a small number of anything reads as one of children.
  return [{ badge: `${which} ${found.length === all.length ? 'never asked' : 'not asked in every file'}`, detail }];
}

function costsOf(all: readonly SourceFacts[]): readonly Recording[] {
  const few = all.filter(({ signs: { placed, costs } }) => placed >= fewestPlaced && costs < placed * fewCosts);
  if (few.length === 0) return [];
  return [
    {
      badge: 'Few costs recorded',
      detail: `Fewer than half of the placements have a cost that can be used in ${files(few, all)}.`,
    },
  ];
}

function educationOf(all: readonly SourceFacts[]): readonly Recording[] {
  const doubted = educationWarnings(all);
  if (doubted.length > 0) return [{ badge: 'Meaning of education in doubt', detail: doubted.join(' ') }];
  const unsure = all.filter(
    (source) => source.signs.preferredAnswers + source.signs.otherAnswers > 0 && educationHint(source) === null,
  );
  if (unsure.length === 0) return [];
  return [
    {
      badge: 'Meaning of education assumed',
      detail: `The answers do not show whether Yes means disrupted or continued in ${files(unsure, all)}: the heading decides until somebody says so.`,
    },
  ];
}

function siblingsOf(all: readonly SourceFacts[]): readonly Recording[] {
  const found = siblingWarnings(all);
  return found.length === 0 ? [] : [{ badge: 'Sibling counting unclear', detail: found.join(' ') }];
}

/** Of files with a placement in the view's authorities and regions; empty where nothing bears on it. */
export function recordingOf(id: Measure['id'], { view, pool }: Context): readonly Recording[] {
  const within = new Set(
    pool.authorities
      .filter(({ region }) => view.regions.length === 0 || (region !== null && view.regions.includes(region)))
      .map(({ code }) => code)
      .filter((code) => view.authorities.length === 0 || view.authorities.includes(code)),
  );
  // Where the view asks for children with a need, every figure rests on that need having been asked.
  const byNeed = view.needs.length > 0;
  const all = pool.sources.filter(({ authorities }) => authorities.some((code) => within.has(code)));
  return [
    ...(byNeed || listedIn(bearsOn.risks, id) ? risks(all) : []),
    ...(listedIn(bearsOn.costs, id) ? costsOf(all) : []),
    ...(listedIn(bearsOn.education, id) ? educationOf(all) : []),
    ...(listedIn(bearsOn.siblings, id) ? siblingsOf(all) : []),
  ];
}
