/** Which names and numbers fit on the map without lying on one another. */

export interface Label {
  readonly key: string;
  readonly text: string;
  /** Where it is written, in pixels of the map: `anchor` says whether from its start or about its middle. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
}

const size = 13;
/** A character's width, near enough to keep names apart. */
const wide = size * 0.56;

function boxOf({ text, x, y, anchor }: Label) {
  const width = text.length * wide;
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size, bottom: y + 3 };
}

type Box = ReturnType<typeof boxOf>;

const apart = (one: Box, other: Box) =>
  one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;

/** Those written, the first of the list before the later ones. One that would lie on another is left off: the table has it. */
export function fitting(labels: readonly Label[]): readonly Label[] {
  const taken: Box[] = [];
  return labels.filter((label) => {
    const box = boxOf(label);
    if (!taken.every((other) => apart(box, other))) return false;
    taken.push(box);
    return true;
  });
}
