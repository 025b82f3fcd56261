import type { TableRow } from '@/lib/figure/figure';
import { formatNumber } from '@/lib/figure/format';
import { Mark } from '../chart/mark';
import { arc } from './country';
import { type Flow, stays } from './flow';

interface Props {
  readonly flow: Flow;
  /** The largest flow drawn: the widest line. */
  readonly most: number;
  /** Kilometres a pixel. */
  readonly unit: number;
  readonly onSelect?: ((row: TableRow) => void) | undefined;
}

/** Pixels wide, of the largest flow drawn ten: the area of a mark grows with the number. */
export function widthOf(n: number, most: number): number {
  return 1 + 9 * Math.sqrt(n / most);
}

/** One flow: a line that ends in a dot, or a disc where home and placement are the same place. */
export function FlowMark({ flow, most, unit, onSelect }: Props) {
  const { from, to, n, names } = flow;
  const wide = widthOf(n, most) * unit;
  return (
    <Mark row={flow.row} onSelect={onSelect}>
      <title>{`${names}: ${formatNumber(n, 'count')} placements`}</title>
      {stays(flow) ? (
        <circle
          cx={from.x}
          cy={from.y}
          r={wide * 1.4}
          fill="#12436D"
          fillOpacity={0.75}
          stroke="#fff"
          strokeWidth={unit}
        />
      ) : (
        <>
          <path
            d={arc(from, to)}
            fill="none"
            stroke="#801650"
            strokeOpacity={0.65}
            strokeWidth={wide}
            strokeLinecap="round"
          />
          <circle cx={to.x} cy={to.y} r={Math.max(2.5 * unit, wide * 0.8)} fill="#801650" />
        </>
      )}
    </Mark>
  );
}
