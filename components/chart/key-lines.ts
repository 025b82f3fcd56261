import { lengthOf } from './read';

interface Spacing {
  /** Pixels of a sign with the space after it, between two keys, and from line to line. */
  readonly sign: number;
  readonly gap: number;
  readonly line: number;
}

/** Where the keys of a drawing stand: from left to right, and on as many lines as `width` asks for. The first begins at `from`. */
export function keyPlaces(labels: readonly string[], { sign, gap, line }: Spacing, width: number, from = 0) {
  let [x, y] = [from, 0];
  return labels.map((label) => {
    const long = sign + lengthOf(label);
    if (x > 0 && x + long > width) [x, y] = [0, y + line];
    const place = { x, y };
    x += long + gap;
    return place;
  });
}
