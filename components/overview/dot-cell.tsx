import type { Cell, TableRow } from '@/lib/figure/figure';
import { palette, quiet } from '../chart/palette';
import { numberOf } from '../chart/read';
import { CellText } from '../table/cell';

interface Props {
  readonly row: TableRow;
  /** `match` reads `matchRate`, `matchLower`, `matchUpper`. */
  readonly prefix: string;
  readonly total: TableRow | undefined;
}

const width = 120;

/** A rate with its dot, interval and the line of all authorities; positions are shares of the cell's own width. */
export function DotCell({ row, prefix, total }: Props) {
  const cell: Cell | undefined = row[`${prefix}Rate`];
  const [value, lower, upper] = [cell, row[`${prefix}Lower`], row[`${prefix}Upper`]].map(numberOf);
  const all = numberOf(total?.[`${prefix}Rate`]);
  const x = (share: number) => 4 + share * (width - 8);
  return (
    <span className="dot-cell">
      <svg width={width} height={20} aria-hidden="true">
        <line x1={4} x2={width - 4} y1={10} y2={10} stroke="#e4e3e1" strokeWidth={6} />
        {all !== null && <line x1={x(all)} x2={x(all)} y1={1} y2={19} stroke={quiet} strokeDasharray="3 2" />}
        {lower != null && upper != null && (
          <line x1={x(lower)} x2={x(upper)} y1={10} y2={10} stroke={palette[0]} strokeWidth={2} />
        )}
        {value != null && <circle cx={x(value)} cy={10} r={4.5} fill={palette[0]} />}
      </svg>
      <span className="number">
        <CellText cell={cell} kind="rate" />
      </span>
    </span>
  );
}
