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

/** The ticks whose numbers can be read: none written twice (£0, £0, £1 where nothing is drawn), none over the one before it. */
function legible(scale: Scale, ticks: readonly number[], format: NumberFormat): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    const [own, last] = [formatNumber(tick, format), before === undefined ? '' : formatNumber(before, format)];
    const room = before === undefined ? Number.POSITIVE_INFINITY : Math.abs(scale(tick) - scale(before));
    if (own !== last && room > lengthOf(own + last) / 2) kept.push(tick);
  }
  return kept;
}

/** Vertical grid lines with their values below: the horizontal axis of every hand-drawn chart. */
export function HorizontalAxis({ scale, format, top, bottom, count = 5 }: AxisProps) {
  const ticks = legible(scale, scale.ticks(count), format);
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
