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

const [within, over, unknown] = [published('all-within-20'), published('all-over-20'), published('all-unknown')];
const [homesOver, homesOutside] = [published('homes-over-20-miles'), published('homes-outside-authority')];

/** What can be chosen: `id` stands in links. */
export const anchorChoices = [
  { id: 'all', label: `${within.group}, ${within.date}` },
  { id: 'homes', label: `${homesOver.group}, ${homesOver.date}` },
] as const;

const notLike = 'They count children looked after on that day, not placements newly made.';

function anchor(id: (typeof anchorChoices)[number]['id'], said: string, at: Anchor['at']): Anchor {
  const { group, date, source } = id === 'all' ? within : homesOver;
  return { id, label: `${group}, ${date}`, words: `${group}, ${date}: ${said}. ${notLike} Source: ${source}.`, at };
}

const sentence = ({ share, text }: PublishedShare) =>
  `${percent(share)} ${text.replace(/^of \S.*? (are|have) /, '$1 ')}`;

/** Of all, not known included: as the bands of DfE are. */
export const bandAnchors: readonly Anchor[] = [
  anchor('all', [within, over, unknown].map(sentence).join(', '), {
    [dfeBands[0]]: within.share,
    [dfeBands[1]]: over.share,
    [dfeBands[2]]: unknown.share,
  }),
  anchor('homes', sentence(homesOver), { [dfeBands[1]]: homesOver.share }),
];

/** Of those whose distance is known: worked out from the two published shares, which are of all. */
const overOfKnown = over.share / (over.share + within.share);

/** Of those whose distance is known, whoever they are: one line. */
export const overTwentyAnchors: readonly Anchor[] = [
  anchor('all', `${sentence(over)}, which is ${percent(overOfKnown)} of those whose distance is known`, overOfKnown),
  anchor('homes', sentence(homesOver), homesOver.share),
];

/** By type of placement: only homes are published apart. */
export const typeAnchors: readonly Anchor[] = [anchor('homes', sentence(homesOver), { Residential: homesOver.share })];

/** A share of all on either side of the boundary: no line of the chart is that, so it is said in words alone. */
export const boundaryAnchors: readonly Anchor[] = [anchor('homes', sentence(homesOutside), {})];
