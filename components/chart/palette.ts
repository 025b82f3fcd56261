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

/** A type of home keeps its colour on every chart; other series take the palette in order. */
export function colourOf(label: string, index: number): string {
  return label in types ? types[label as Sought] : (palette[index % palette.length] ?? palette[0]);
}
