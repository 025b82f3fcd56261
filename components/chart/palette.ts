import type { DfeBand, FineBand } from '@/lib/place/band';
import type { Secured, Sought } from '@/lib/view/view';

/** Analysis Function categorical colours in their order; each is paired with a dash or shape, never used alone. */
export const palette = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;
export const dashes = ['', '6 3', '2 3', '10 3 2 3', '1 4', '12 4'] as const;

export const ink = '#0b0c0c';
export const quiet = '#484949';
export const hairline = '#b1b4b6';
export const grid = '#dcdcdc';

const types: Readonly<Record<Sought | Secured, string>> = {
  Foster: palette[0],
  Residential: palette[2],
  'Supported Accommodation': palette[1],
  'Several preferred': palette[4],
  'Not stated': '#6f777b',
  'No placement recorded': '#6f777b',
};

/** Near homes are blues, far ones are not: the order reads without the key, and in print by their darkness. */
const near = ['#12436D', '#2073BC', '#5694CA'] as const;
const far = ['#F46A25', '#801650'] as const;
const distances: Readonly<Record<Exclude<FineBand | DfeBand, `Distance not known${string}`>, string>> = {
  '20 miles or less from home': near[0],
  'More than 20 miles from home': far[0],
  'Up to 5 miles': near[0],
  'More than 5 to 10 miles': near[1],
  'More than 10 to 20 miles': near[2],
  'More than 20 to 50 miles': far[0],
  'More than 50 miles': far[1],
};

const meanings: ReadonlyMap<string, string> = new Map(Object.entries({ ...types, ...distances }));

/** What is not known is grey, whatever it is of. */
const unknown = '#858d91';

/** A type of home and a distance keep their colour on every chart; other series take the palette in order. */
export function colourOf(label: string, index: number): string {
  const own = meanings.get(label);
  if (own !== undefined) return own;
  return / not (known|recorded)/.test(label) ? unknown : (palette[index % palette.length] ?? palette[0]);
}
