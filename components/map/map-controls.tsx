import { type Frame, panned, zoomed } from './country';

interface Props {
  readonly frame: Frame;
  readonly onMove: (frame: Frame) => void;
  readonly onReset: () => void;
}

/** Everything a mouse could do to the map, by buttons that a keyboard reaches. */
export function MapControls({ frame, onMove, onReset }: Props) {
  const moves: readonly (readonly [string, string, Frame])[] = [
    ['Zoom in', '+', zoomed(frame, 0.7)],
    ['Zoom out', '−', zoomed(frame, 1.4)],
    ['Move left', '←', panned(frame, -0.2, 0)],
    ['Move right', '→', panned(frame, 0.2, 0)],
    ['Move up', '↑', panned(frame, 0, -0.2)],
    ['Move down', '↓', panned(frame, 0, 0.2)],
  ];
  return (
    <fieldset className="map-controls">
      <legend className="visually-hidden">Move the map</legend>
      {moves.map(([name, sign, next]) => (
        <button key={name} type="button" aria-label={name} title={name} onClick={() => onMove(next)}>
          {sign}
        </button>
      ))}
      <button type="button" onClick={onReset}>
        Show all
      </button>
    </fieldset>
  );
}
