/** Promises the published shares that may be drawn beside a figure of distance, each against the denominator of that figure. */
import type { Anchor } from '@/lib/figure/figure';
import { percent } from '@/lib/measure/words';
import { dfeBands } from '@/lib/place/band';
import { type PublishedShare, publishedShares } from '@/lib/place/published';

function published(id: string): PublishedShare {
  const found = publishedShares.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No published share ${id}`);
  return found;
}

/** DfE's three bands of one group. */
function bandsOf(group: 'new' | 'all') {
  return {
    within: published(`${group}-within-20`),
    over: published(`${group}-over-20`),
    unknown: published(`${group}-unknown`),
  };
}

const [fresh, all] = [bandsOf('new'), bandsOf('all')];
const [homesOver, homesOutside] = [published('homes-over-20-miles'), published('homes-outside-authority')];
const allOutside = published('all-outside-authority');
const regionOutside = published('south-west-outside-region');

const onThatDay = 'They count children looked after on that day, not placements newly made.';

const groups = {
  new: { of: fresh.within, unlike: 'They count every new placement of the year, also those of children who moved.' },
  all: { of: all.within, unlike: onThatDay },
  homes: { of: homesOver, unlike: onThatDay },
  'south-west': { of: regionOutside, unlike: `The region’s boundary, not an authority’s. ${onThatDay}` },
} as const;
type GroupId = keyof typeof groups;

/** What can be chosen, the likest first: `id` stands in links. */
export const anchorChoices = (['new', 'all', 'homes', 'south-west'] as const).map((id) => {
  const { group, date } = groups[id].of;
  return { id, label: `${group}, ${date}` };
});

function anchor(id: GroupId, said: string, at: Anchor['at'], source = groups[id].of.source): Anchor {
  const { of, unlike } = groups[id];
  const { group, date } = of;
  return { id, label: `${group}, ${date}`, words: `${group}, ${date}: ${said}. ${unlike} Source: ${source}.`, at };
}

const sentence = ({ share, text }: PublishedShare) =>
  `${percent(share)} ${text.replace(/^of \S.*? (are|have) /, '$1 ')}`;

function bandAnchor(id: 'new' | 'all', { within, over, unknown }: ReturnType<typeof bandsOf>): Anchor {
  return anchor(id, [within, over, unknown].map(sentence).join(', '), {
    [dfeBands[0]]: within.share,
    [dfeBands[1]]: over.share,
    [dfeBands[2]]: unknown.share,
  });
}

/** Of all, not known included: as the bands of DfE are. */
export const bandAnchors: readonly Anchor[] = [
  bandAnchor('new', fresh),
  bandAnchor('all', all),
  anchor('homes', sentence(homesOver), { [dfeBands[1]]: homesOver.share }),
];

/** Of those whose distance is known: worked out from the two published shares, which are of all. */
function overAnchor(id: 'new' | 'all', { within, over }: ReturnType<typeof bandsOf>): Anchor {
  const ofKnown = over.share / (over.share + within.share);
  return anchor(id, `${sentence(over)}, which is ${percent(ofKnown)} of those whose distance is known`, ofKnown);
}

/** Of those whose distance is known, whoever they are: one line. */
export const overTwentyAnchors: readonly Anchor[] = [
  overAnchor('new', fresh),
  overAnchor('all', all),
  anchor('homes', sentence(homesOver), homesOver.share),
];

/** By type of placement: only homes are published apart. */
export const typeAnchors: readonly Anchor[] = [anchor('homes', sentence(homesOver), { Residential: homesOver.share })];

/** A share of all on either side of the boundary: no line of the chart is that, so it is said in words alone. */
export const boundaryAnchors: readonly Anchor[] = [
  anchor('all', sentence(allOutside), {}, allOutside.source),
  anchor('homes', sentence(homesOutside), {}),
  anchor('south-west', sentence(regionOutside), {}),
];
