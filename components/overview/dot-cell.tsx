import type { Cell } from '@/lib/figure/figure';
import { palette, quiet } from '../chart/palette';
import { numberOf } from '../chart/read';
import { CellText } from '../table/cell';

interface Props {
  readonly cell: Cell | undefined;
  readonly lower: Cell | undefined;
  readonly upper: Cell | undefined;
  /** All authorities together; null where that is not shown. */
  readonly together: number | null;
  readonly kind: 'rate' | 'ratio';
}

const width = 120;

/** What the cell's two ends stand for: all of none and all, and half as much to half as much again. */
const ends = { rate: [0, 1], ratio: [0.5, 1.5] } as const;

/** A measure with its dot, interval and the line of all authorities; positions are shares of the cell's own width. */
export function DotCell({ cell, lower, upper, together, kind }: Props) {
  const [value, from, to] = [cell, lower, upper].map(numberOf);
  const [low, high] = ends[kind];
  const x = (at: number) => 4 + Math.min(1, Math.max(0, (at - low) / (high - low))) * (width - 8);
  return (
    <span className="dot-cell">
      <svg width={width} height={20} aria-hidden="true">
        <line x1={4} x2={width - 4} y1={10} y2={10} stroke="#e4e3e1" strokeWidth={6} />
        {together !== null && (
          <line x1={x(together)} x2={x(together)} y1={1} y2={19} stroke={quiet} strokeDasharray="3 2" />
        )}
        {from != null && to != null && (
          <line x1={x(from)} x2={x(to)} y1={10} y2={10} stroke={palette[0]} strokeWidth={2} />
        )}
        {value != null && <circle cx={x(value)} cy={10} r={4.5} fill={palette[0]} />}
      </svg>
      <span className="number">
        <CellText cell={cell} kind={kind} />
      </span>
    </span>
  );
}
