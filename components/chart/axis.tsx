import { formatNumber, type NumberFormat } from '@/lib/figure/format';
import { grid, hairline, quiet } from './palette';
import { lengthOf } from './read';

export interface Scale {
  (value: number): number;
  ticks(count?: number): number[];
}

interface AxisProps {
  readonly scale: Scale;
  readonly format: NumberFormat;
  readonly top: number;
  readonly bottom: number;
  readonly count?: number;
}

/** Vertical grid lines with their values below: the horizontal axis of every hand-drawn chart. */
export function HorizontalAxis({ scale, format, top, bottom, count = 5 }: AxisProps) {
  // Where nothing is drawn an axis of pounds would run £0, £0, £0, £1: a number is written once.
  const ticks = scale.ticks(count).filter((tick, at, all) => {
    const before = all[at - 1];
    return before === undefined || formatNumber(before, format) !== formatNumber(tick, format);
  });
  return (
    <g>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line x1={scale(tick)} x2={scale(tick)} y1={top} y2={bottom} stroke={index === 0 ? hairline : grid} />
          <text x={scale(tick)} y={bottom + 16} textAnchor="middle" fontSize={12} fill={quiet}>
            {formatNumber(tick, format)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface ReferenceProps {
  readonly x: number;
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
  /** Width of the drawing: its label ends there, where it would run on beyond. */
  readonly width: number;
}

/** A labelled vertical line: the region, no difference, 20 miles. */
export function ReferenceLine({ x, label, top, bottom, width }: ReferenceProps) {
  return (
    <g>
      <line x1={x} x2={x} y1={top} y2={bottom} stroke="#0b0c0c" strokeDasharray="4 3" />
      <text x={Math.max(0, Math.min(x + 5, width - lengthOf(label)))} y={top - 4} fontSize={12} fill="#0b0c0c">
        {label}
      </text>
    </g>
  );
}
