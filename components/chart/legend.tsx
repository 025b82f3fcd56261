import { Legend } from 'recharts';
import { ink } from './palette';

/** Pixels a key takes: as many lines as its names need at this width, none where there is one series. */
export function legendHeight(names: readonly string[], width: number): number {
  if (names.length < 2) return 0;
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const own = name.length * 8 + 30;
    if (used + own > width) {
      lines += 1;
      used = 0;
    }
    used += own;
  }
  return 10 + lines * 24;
}

/** A name in the key is read as text, whatever the colour beside it. */
function inInk(name: string) {
  return <span style={{ color: ink, fontSize: 14 }}>{name}</span>;
}

/** The key above a chart of bars, in the room `legendHeight` gives it; none where that is none. */
export function keyOf(height: number) {
  if (height === 0) return null;
  return (
    <Legend verticalAlign="top" align="left" height={height} iconType="square" itemSorter={null} formatter={inInk} />
  );
}
