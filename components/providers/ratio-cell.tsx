import { isWithheld, type TableRow } from '@/lib/figure/figure';
import { formatInterval } from '@/lib/figure/format';
import { hairline, palette, quiet } from '../chart/palette';
import { numberOf } from '../chart/read';
import { CellText } from '../table/cell';

const width = 88;
const [low, high] = [0.5, 2];

/** A doubling is as far as a halving. Beyond either end a mark stands at the edge; the number says where it is. */
function x(ratio: number): number {
  const share = Math.log(Math.min(high, Math.max(low, ratio)) / low) / Math.log(high / low);
  return 5 + share * (width - 10);
}

/** The adjusted ratio with its interval; the line is the region. */
export function RatioCell({ row }: { readonly row: TableRow }) {
  const [value, lower, upper] = [row.adjusted, row.adjustedLower, row.adjustedUpper].map(numberOf);
  const cell = row.adjusted;
  if (value == null || lower == null || upper == null || isWithheld(cell)) return <CellText cell={cell} kind="ratio" />;
  return (
    <span className="ratio-cell">
      <svg width={width} height={18} aria-hidden="true">
        <line x1={x(1)} x2={x(1)} y1={1} y2={17} stroke={hairline} strokeWidth={2} />
        <line x1={x(lower)} x2={x(upper)} y1={9} y2={9} stroke={quiet} strokeWidth={2} />
        <circle cx={x(value)} cy={9} r={4} fill={palette[0]} />
      </svg>
      <span>
        <CellText cell={cell} kind="ratio" />
        <span className="visually-hidden"> ({formatInterval(lower, upper, 'ratio')})</span>
      </span>
    </span>
  );
}
