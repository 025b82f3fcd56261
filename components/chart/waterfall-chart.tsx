import { scaleLinear } from 'd3-scale';
import { formatNumber, shortMoney } from '@/lib/figure/format';
import { grid, hairline, ink, palette, quiet } from './palette';
import type { ChartProps } from './props';
import { fitted, labelOf, numberOf } from './read';

/** Narrower than this, whole pounds over the bars would run into one another. */
const roomForPounds = 600;

const top = 60;
const bottom = 264;
const line = 15;

interface Step {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Each cause starts where the one before ended, the first at no change, and all of them stand on it again: it visibly adds up. */
function stepsOf({ figure, chart }: ChartProps<'waterfall'>): readonly Step[] {
  let level = 0;
  const causes = figure.table.rows.flatMap((row) => {
    const value = numberOf(row[chart.value]);
    if (value === null) return [];
    const step = { label: labelOf(row, chart.label), from: level, to: level + value, total: false };
    level = step.to;
    const lower = chart.lower ? numberOf(row[chart.lower]) : null;
    const upper = chart.upper ? numberOf(row[chart.upper]) : null;
    return [{ ...step, lower, upper }];
  });
  const change = numberOf(figure.extra.total?.rows[0]?.change);
  if (change === null) return causes;
  return [...causes, { label: 'Change in all', from: 0, to: change, total: true, lower: null, upper: null }];
}

/** From what to what, in words: drawn to the same scale, two large sums would leave the causes no height. */
function spanOf({ figure, chart }: ChartProps<'waterfall'>): string {
  const total = figure.extra.total?.rows[0];
  const [before, after] = [numberOf(total?.before), numberOf(total?.after)];
  if (before === null || after === null) return '';
  return `From ${formatNumber(before, chart.format)} a week to ${formatNumber(after, chart.format)} a week`;
}

/** What adds up to the change: a step for each cause, with 5–95 % whiskers, and the change in all. */
export function WaterfallChart(props: ChartProps<'waterfall'>) {
  const { figure, chart, width } = props;
  const steps = stepsOf(props);
  const values = steps.flatMap((step) => [
    step.from,
    step.to,
    step.from + (step.upper ?? 0),
    step.from + (step.lower ?? 0),
  ]);
  const scale = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [bottom, top]).nice();
  const narrow = width < roomForPounds;
  const left = narrow ? 52 : 76;
  const said = (value: number) => (narrow ? shortMoney(value) : formatNumber(value, chart.format));
  const slot = (width - left) / Math.max(1, steps.length);
  const signed = (value: number) => `${value >= 0 ? '+' : '−'}${said(Math.abs(value))}`;
  const feet = steps.map(({ label, lower, upper }) => ({
    label: wrapped(label, slot),
    // On a phone they would run into one another: the table has them.
    range: narrow || lower === null || upper === null ? [] : wrapped(`${signed(lower)} to ${signed(upper)}`, slot),
  }));
  const height = bottom + 12 + line * Math.max(1, ...feet.map(({ label, range }) => label.length + range.length));
  return (
    <svg width={width} height={height} role="img" aria-label={figure.headline}>
      <text x={0} y={14} fontSize={13} fill={ink}>
        {spanOf(props)}
      </text>
      <text x={0} y={32} fontSize={12} fill={quiet}>
        {narrow ? 'Thin lines' : 'Thin lines, and under each cause in pounds'}: its likely range (9 times in 10)
      </text>
      {scale.ticks(5).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={scale(tick)} y2={scale(tick)} stroke={tick === 0 ? hairline : grid} />
          <text x={left - 8} y={scale(tick) + 4} textAnchor="end" fontSize={12} fill={quiet}>
            {said(tick)}
          </text>
        </g>
      ))}
      {steps.map((step, index) => {
        const x = left + index * slot + slot * 0.16;
        const wide = slot * 0.68;
        const high = Math.max(step.from, step.to);
        const fill = step.total ? palette[4] : step.to >= step.from ? palette[2] : palette[1];
        const text = signed(step.to - step.from);
        const { label = [], range = [] } = feet[index] ?? {};
        return (
          <g key={step.label}>
            <title>{`${step.label}: ${text}`}</title>
            <rect
              x={x}
              y={scale(high)}
              width={wide}
              height={Math.max(1, Math.abs(scale(step.from) - scale(step.to)))}
              fill={fill}
            />
            {step.lower !== null && step.upper !== null && (
              <g stroke={ink} strokeWidth={1.5}>
                <line
                  x1={x + wide / 2}
                  x2={x + wide / 2}
                  y1={scale(step.from + step.lower)}
                  y2={scale(step.from + step.upper)}
                />
                <line
                  x1={x + wide / 2 - 4}
                  x2={x + wide / 2 + 4}
                  y1={scale(step.from + step.lower)}
                  y2={scale(step.from + step.lower)}
                />
                <line
                  x1={x + wide / 2 - 4}
                  x2={x + wide / 2 + 4}
                  y1={scale(step.from + step.upper)}
                  y2={scale(step.from + step.upper)}
                />
              </g>
            )}
            {index < steps.length - 1 && (
              <line
                x1={x + wide}
                x2={x + slot + wide * 0.02}
                y1={scale(step.to)}
                y2={scale(step.to)}
                stroke={quiet}
                strokeDasharray="2 2"
              />
            )}
            <text
              x={x + wide / 2}
              y={Math.max(48, scale(Math.max(high, step.from + (step.upper ?? 0))) - 6)}
              textAnchor="middle"
              fontSize={13}
              fontWeight={700}
              fill={ink}
            >
              {text}
            </text>
            {[...label, ...range].map((words, row) => (
              <text
                key={words}
                x={x + wide / 2}
                y={bottom + 18 + row * line}
                textAnchor="middle"
                fontSize={12}
                fill={row < label.length ? ink : quiet}
              >
                {words}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function wrapped(label: string, pixels: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length + 1) * 6.5 <= pixels)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4).map((line) => fitted(line, pixels + 10));
}
