/** Of an element that stands for a change: the pointer rests on it or presses it, or the keyboard has come to it. */
export interface Considered {
  readonly onPointerEnter: () => void;
  readonly onPointerDown: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
}

/** Tells `consider` of `change` while a reader seems about to make it. */
export function considered<Change>(
  consider: (change: Change | null, pressed?: boolean) => void,
  change: Change,
): Considered {
  const begin = () => consider(change);
  return {
    onPointerEnter: begin,
    // The click comes when it is let go.
    onPointerDown: () => consider(change, true),
    onPointerLeave: () => consider(null),
    onFocus: begin,
  };
}
