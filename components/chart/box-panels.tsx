import { scaleLinear } from 'd3-scale';
import { HorizontalAxis } from './axis';
import { BoxKey, BoxMark, highest, keyRoom } from './box-mark';
import { Mark } from './mark';
import { colourOf, ink } from './palette';
import type { ChartProps } from './props';
import { distinct, labelOf, partsOf } from './read';
import { RowLabel } from './row-label';

const rowHeight = 40;
const gap = 56;
const axisRoom = 24;

/**
 * A panel for each first part of `Residential: Devon`, a line for each second part. Types of home differ tenfold: on one axis the
 * cheaper ones are all alike, so each panel has an axis of its own.
 */
export function BoxPanels({ figure, chart, width, onSelect }: ChartProps<'box'>) {
  const { rows } = figure.table;
  const labels = distinct(rows, chart.label);
  const panels = [...new Set(labels.map((label) => partsOf(label)[0]))];
  const lines = [...new Set(labels.map((label) => partsOf(label)[1]))];
  const left = Math.min(230, Math.round(width * 0.22));
  const own = (width - left - 24 - gap * (panels.length - 1)) / panels.length;
  const head = keyRoom(figure, width);
  const top = head + 28;
  const bottom = top + lines.length * rowHeight;
  const middle = (at: number) => top + at * rowHeight + rowHeight / 2 + 6;
  return (
    <svg width={width} height={bottom + axisRoom} role="img" aria-label={figure.headline}>
      <BoxKey figure={figure} width={width} />
      {lines.map((line, at) => (
        <RowLabel key={line} label={line} x={left - 16} y={middle(at)} room={left - 16} />
      ))}
      {panels.map((panel, index) => {
        const from = left + index * (own + gap);
        const within = rows.filter((row) => partsOf(labelOf(row, chart.label))[0] === panel);
        const scale = scaleLinear([0, highest(within)], [from, from + own]).nice(4);
        return (
          <g key={panel}>
            <text x={from} y={head + 14} fontSize={14} fontWeight={700} fill={ink}>
              {panel}
            </text>
            <HorizontalAxis
              scale={scale}
              format={chart.format}
              top={top}
              bottom={bottom}
              count={own > 260 ? 5 : own > 170 ? 3 : 2}
            />
            {within.map((row) => {
              const label = labelOf(row, chart.label);
              const y = middle(lines.indexOf(partsOf(label)[1]));
              return (
                <Mark key={label} row={row} onSelect={onSelect}>
                  <rect x={from} y={y - rowHeight / 2 - 6} width={own} height={rowHeight} fill="transparent" />
                  <title>{label}</title>
                  <BoxMark
                    row={row}
                    scale={scale}
                    y={y}
                    left={from}
                    colour={colourOf(panel, 0)}
                    format={chart.format}
                  />
                </Mark>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
