import { scaleLinear } from 'd3-scale';
import { HorizontalAxis } from './axis';
import { BoxKey, BoxMark, highest, keyRoom } from './box-mark';
import { BoxPanels } from './box-panels';
import { Mark } from './mark';
import { colourOf } from './palette';
import type { ChartProps } from './props';
import { inPanels, labelOf, partsOf } from './read';
import { RowLabel } from './row-label';

/** Narrower than this, panels side by side would have no room for their axes. */
const roomForPanels = 640;

/** Every row on one axis. */
function OneAxis({ figure, chart, width, onSelect }: ChartProps<'box'>) {
  const { rows } = figure.table;
  const rowHeight = rows.length > 12 ? 38 : 52;
  // A type of home and what divides it, a line each: half a page must hold the longest type uncut.
  const left = Math.min(200, Math.round(width * 0.48));
  const top = keyRoom(figure, width) + 8;
  const bottom = top + rows.length * rowHeight;
  const scale = scaleLinear([0, highest(rows)], [left, width - 24]).nice();
  return (
    <svg width={width} height={bottom + 24} role="img" aria-label={figure.headline}>
      <BoxKey figure={figure} width={width} />
      <HorizontalAxis scale={scale} format={chart.format} top={top} bottom={bottom} count={width > 600 ? 7 : 4} />
      {rows.map((row, index) => {
        const y = top + index * rowHeight + rowHeight / 2 + 6;
        const label = labelOf(row, chart.label);
        const colour = colourOf(partsOf(label)[0], 0);
        return (
          <Mark key={label} row={row} onSelect={onSelect}>
            <rect x={0} y={y - rowHeight / 2} width={width} height={rowHeight} fill="transparent" />
            <title>{label}</title>
            <RowLabel label={label} x={left - 12} y={y} room={left - 12} />
            <BoxMark row={row} scale={scale} y={y} left={left} colour={colour} format={chart.format} />
          </Mark>
        );
      })}
    </svg>
  );
}

/** Median, quartile box and P10–P90 whiskers a row; rows of two parts (`Residential: Devon`) in a panel for each first part. */
export function BoxChart(props: ChartProps<'box'>) {
  const { figure, chart, width } = props;
  if (width < roomForPanels || !inPanels(figure.table.rows, chart.label)) return <OneAxis {...props} />;
  return <BoxPanels {...props} />;
}
