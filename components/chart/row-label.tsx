import { ink } from './palette';
import { inLines } from './read';

interface Props {
  readonly label: string;
  /** Right edge, middle, and the room there is, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly bold?: boolean;
}

const lineHeight = 14;

/** What a row of a chart is called, against its axis: on two lines where one is too narrow. */
export function RowLabel({ label, x, y, room, bold = false }: Props) {
  const lines = inLines(label, room);
  return lines.map((line, at) => (
    <text
      key={line}
      x={x}
      y={y + 5 + (at - (lines.length - 1) / 2) * lineHeight}
      textAnchor="end"
      fontSize={lines.length > 1 ? 13 : 14}
      fontWeight={bold ? 700 : 400}
      fill={ink}
    >
      {line}
    </text>
  ));
}
