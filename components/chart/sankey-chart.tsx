import { Layer, Rectangle, Sankey, Tooltip } from 'recharts';
import { formatCell } from '@/lib/figure/format';
import { colourOf, ink, quiet } from './palette';
import type { ChartProps } from './props';
import { distinct, inLines, labelOf, numberOf } from './read';

/** What the margins call everything together. */
const all = 'All';

interface NodeProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly index: number;
  readonly payload: { readonly name: string; readonly depth: number };
}

/** A node with its name, on two lines where a narrow page has no room for one, and how many it is. */
function nodeIn(room: number, said: readonly string[]) {
  return function Node({ x, y, width, height, index, payload }: NodeProps) {
    const start = payload.depth === 0;
    const beside = { x: start ? x - 8 : x + width + 8, textAnchor: start ? 'end' : 'start' } as const;
    const lines = inLines(payload.name, room);
    const top = y + height / 2 - 1 - (lines.length - 1) * 8;
    return (
      <Layer>
        <Rectangle x={x} y={y} width={width} height={height} fill={colourOf(payload.name, index)} />
        {lines.map((line, at) => (
          <text key={line} {...beside} y={top + at * 15} fontSize={lines.length > 1 ? 13 : 14} fill={ink}>
            {line}
          </text>
        ))}
        <text {...beside} y={top + (lines.length - 1) * 15 + 16} fontSize={13} fill={quiet} className="numbers">
          {said[index]}
        </text>
      </Layer>
    );
  };
}

/** What was sought at the left, what was secured at the right, each with its own total; a withheld flow is not drawn. */
export function FlowChart({ figure, chart, width }: ChartProps<'sankey'>) {
  const { rows } = figure.table;
  const from = distinct(rows, chart.from);
  const to = distinct(rows, chart.to);
  const links = rows
    .map((row) => ({
      source: from.indexOf(labelOf(row, chart.from)),
      target: from.length + to.indexOf(labelOf(row, chart.to)),
      value: numberOf(row[chart.value]) ?? 0,
    }))
    .filter((link) => link.value > 0);
  if (links.length === 0) return null;
  const used = [...new Set(links.flatMap((link) => [link.source, link.target]))].sort((a, b) => a - b);
  const names = [...from, ...to];
  // The figure's own totals: those of what is drawn would leave out the flows that are withheld.
  const margins = figure.extra.margins?.rows ?? [];
  const totalOf = (name: string, column: string) =>
    margins.find((row) => labelOf(row, column) === name && row[column === chart.from ? chart.to : chart.from] === all);
  const said = (index: number) => {
    const column = index < from.length ? chart.from : chart.to;
    return formatCell(totalOf(names[index] ?? '', column)?.[chart.value], 'count');
  };
  const side = Math.min(190, Math.round(width * 0.3));
  return (
    <Sankey
      title={figure.title}
      desc={figure.headline}
      role="img"
      accessibilityLayer={false}
      width={width}
      height={Math.max(260, used.length * (width < 480 ? 52 : 44))}
      data={{
        nodes: used.map((index) => ({ name: names[index] ?? '' })),
        links: links.map((link) => ({ ...link, source: used.indexOf(link.source), target: used.indexOf(link.target) })),
      }}
      node={nodeIn(side - 8, used.map(said))}
      nodeWidth={12}
      nodePadding={width < 480 ? 44 : 26}
      sort={false}
      link={{ stroke: '#6f777b', strokeOpacity: 0.28 }}
      margin={{ top: 16, right: side, bottom: 16, left: side }}
    >
      <Tooltip isAnimationActive={false} />
    </Sankey>
  );
}
