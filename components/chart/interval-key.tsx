import { keyPlaces } from './key-lines';
import { hairline, palette, quiet } from './palette';

const lineHeight = 22;

type Sign = 'interval' | 'comparison' | 'hollow';

export interface Key {
  readonly sign: Sign;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface Keys {
  readonly keys: readonly Key[];
  /** Pixels they take above the drawing. */
  readonly height: number;
}

/** Where the keys stand, from left to right and on as many lines as the width asks for. A chart of plain intervals alone has none. */
export function placeKeys(labels: { readonly comparison?: string; readonly hollow?: string }, width: number): Keys {
  const wanted = (['comparison', 'hollow'] as const).flatMap((sign) => {
    const label = labels[sign];
    return label === undefined ? [] : [{ sign, label }];
  });
  if (wanted.length === 0) return { keys: [], height: 0 };
  const all = [{ sign: 'interval', label: 'Value and 95% interval' } as const, ...wanted];
  const spacing = { sign: 34, gap: 16, line: lineHeight };
  const places = keyPlaces(
    all.map(({ label }) => label),
    spacing,
    width,
  );
  const keys = all.flatMap((one, at) => {
    const place = places[at];
    return place ? [{ ...one, ...place }] : [];
  });
  return { keys, height: (keys.at(-1)?.y ?? 0) + lineHeight };
}

function SignOf({ sign }: { readonly sign: Sign }) {
  if (sign === 'comparison') return <line x1={10} x2={10} y1={2} y2={18} stroke={hairline} strokeWidth={3} />;
  return (
    <>
      <line x1={0} x2={22} y1={10} y2={10} stroke={palette[0]} strokeWidth={2} />
      <circle
        cx={11}
        cy={10}
        r={5}
        fill={sign === 'hollow' ? '#fff' : palette[0]}
        stroke={palette[0]}
        strokeWidth={sign === 'hollow' ? 2 : 0}
      />
    </>
  );
}

/** What the marks of a chart of intervals are. Part of the drawing, so that a picture of it says so too. */
export function IntervalKeys({ keys }: { readonly keys: readonly Key[] }) {
  return keys.map(({ sign, label, x, y }) => (
    <g key={sign} transform={`translate(${x} ${y})`}>
      <SignOf sign={sign} />
      <text x={28} y={14} fontSize={13} fill={quiet}>
        {label}
      </text>
    </g>
  ));
}
