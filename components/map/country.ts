/** A place on the map, in kilometres east and south of the map's corner (north is up, so northings are turned over). */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The map's northern edge, in kilometres of the National Grid. */
export const top = 1220;

/** Grid metres → map kilometres. */
export function spotOf({ easting, northing }: { readonly easting: number; readonly northing: number }): Spot {
  return { x: easting / 1000, y: top - northing / 1000 };
}

/** The smallest frame of the given proportions round the spots, with a margin; the whole country when there are none. */
export function frameOf(spots: readonly Spot[], ratio: number): Frame {
  if (spots.length === 0) return { x: 80, y: 560, width: 660 * Math.max(1, ratio), height: 660 };
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, up, down] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(60, (right - left) * 1.2, (down - up) * 1.2 * ratio);
  const height = width / ratio;
  return { x: (left + right) / 2 - width / 2, y: (up + down) / 2 - height / 2, width, height };
}

export function zoomed(frame: Frame, factor: number): Frame {
  const width = Math.min(1800, Math.max(20, frame.width * factor));
  const height = (frame.height / frame.width) * width;
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
}

/** Moves by a share of what is in view. */
export function panned(frame: Frame, right: number, down: number): Frame {
  return { ...frame, x: frame.x + frame.width * right, y: frame.y + frame.height * down };
}

/** A curve that leans to the right of travel, so that a flow and its return are two lines. */
export function arc(from: Spot, to: Spot): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const middle = { x: (from.x + to.x) / 2 - dy * 0.16, y: (from.y + to.y) / 2 + dx * 0.16 };
  return `M${from.x.toFixed(2)} ${from.y.toFixed(2)}Q${middle.x.toFixed(2)} ${middle.y.toFixed(2)} ${to.x.toFixed(2)} ${to.y.toFixed(2)}`;
}
