import type { Figure, TableRow } from '@/lib/figure/figure';
import { formatNumber } from '@/lib/figure/format';
import { ink, quiet } from './palette';
import type { ChartOf } from './props';
import { numberOf } from './read';

/** The other side’s median, where the view is compared with another (lib/measure/cost/spread.ts). */
const comparison = 'comparisonMedian';

const columns = ['p10', 'q1', 'median', 'q3', 'p90'] as const;

/** The highest end of any mark of the rows; at least 1, so that an axis has a length. */
export function highest(rows: readonly TableRow[]): number {
  return Math.max(1, ...rows.flatMap((row) => [...columns, comparison].map((name) => numberOf(row[name]) ?? 0)));
}

/** What a box is, at the head of a chart of boxes. */
const boxWords = 'Box: the middle half; thick line: the median; ends: 10th and 90th percentile';
const lineHeight = 22;

/** What the marks are, a line each, in words that fit `width`. */
function keyLines({ table }: Figure, width: number): readonly { readonly text: string; readonly mark: boolean }[] {
  const compared = table.columns.find(({ name }) => name === comparison);
  const words = boxWords.length * 6.6 <= width ? [boxWords] : boxWords.split('; ');
  return [...words.map((text) => ({ text, mark: false })), ...(compared ? [{ text: compared.label, mark: true }] : [])];
}

/** Pixels the key takes at the head of a chart. */
export function keyRoom(figure: Figure, width: number): number {
  return keyLines(figure, width).length * lineHeight + 4;
}

/** What the boxes and the grey marks are. Part of the drawing, so that a picture of it says so too. */
export function BoxKey({ figure, width }: { readonly figure: Figure; readonly width: number }) {
  return keyLines(figure, width).map(({ text, mark }, index) => (
    <g key={text} transform={`translate(0 ${index * lineHeight})`}>
      {mark && <line x1={2} x2={2} y1={2} y2={18} stroke={quiet} strokeWidth={2} />}
      <text x={mark ? 10 : 0} y={14} fontSize={13} fill={quiet}>
        {text}
      </text>
    </g>
  ));
}

interface Props {
  readonly row: TableRow;
  readonly scale: (value: number) => number;
  readonly y: number;
  /** Where a row that may not be shown says so. */
  readonly left: number;
  readonly colour: string;
  readonly format: ChartOf<'box'>['format'];
}

/** Median, quartile box and P10–P90 whiskers of one row, a grey mark where the comparison’s median is; what is withheld is left out. */
export function BoxMark({ row, scale, y, left, colour, format }: Props) {
  const [p10, q1, median, q3, p90] = columns.map((name) => numberOf(row[name]));
  const before = numberOf(row[comparison]);
  return (
    <>
      {p10 != null && p90 != null && (
        <g stroke={colour} strokeWidth={2}>
          <line x1={scale(p10)} x2={scale(p90)} y1={y} y2={y} />
          <line x1={scale(p10)} x2={scale(p10)} y1={y - 6} y2={y + 6} />
          <line x1={scale(p90)} x2={scale(p90)} y1={y - 6} y2={y + 6} />
        </g>
      )}
      {q1 != null && q3 != null && (
        <rect
          x={scale(q1)}
          y={y - 11}
          width={Math.max(1, scale(q3) - scale(q1))}
          height={22}
          fill="#fff"
          stroke={colour}
          strokeWidth={2}
        />
      )}
      {before !== null && (
        <line x1={scale(before)} x2={scale(before)} y1={y - 15} y2={y + 15} stroke={quiet} strokeWidth={2} />
      )}
      {median == null ? (
        <text x={left + 6} y={y + 5} fontSize={13} fill={quiet}>
          not shown
        </text>
      ) : (
        <>
          <line x1={scale(median)} x2={scale(median)} y1={y - 11} y2={y + 11} stroke={colour} strokeWidth={4} />
          <text x={scale(median)} y={y - 15} textAnchor="middle" fontSize={13} fontWeight={700} fill={ink}>
            {formatNumber(median, format)}
          </text>
        </>
      )}
    </>
  );
}
