'use client';
import { useEffect, useRef } from 'react';
import { formatCell } from '@/lib/figure/format';
import { authorityByCode } from '@/lib/place/authority';
import type { OverlapGroup } from '@/lib/pool/overlap';
import { usePool } from '@/lib/session/use-pool';
import { ChangesMade } from './changes-made';
import { useShown } from './use-shown';
import { listed } from './words';

interface Props {
  readonly group: OverlapGroup;
  readonly onMove: (index: number, by: -1 | 1) => void;
}

const moves = [
  ['Move earlier', -1],
  ['Move later', 1],
] as const;

/** Files of one overlap from the earliest to the latest, each with two buttons that move it a place. */
export function OverlapOrder({ group: { files, overlaps }, onMove }: Props) {
  const { count } = useShown();
  const busy = usePool().status === 'loading';
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  const order = files.map(({ sourceId }) => sourceId).join(' ');
  // A line that moves takes its button out of the page for a moment, and the focus with it.
  useEffect(() => {
    if (pressed.current === null) return;
    list.current?.querySelector<HTMLButtonElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [order]);
  return (
    <ol className="overlap-order" ref={list}>
      {files.map(({ sourceId, name, code, sentOn }, index) => {
        const used = overlaps.filter(({ later }) => later.sourceId === sourceId);
        const said = used.map(
          ({ earlier, placements }) => `${formatCell(count(placements), 'count')} over ${earlier.name}`,
        );
        return (
          <li key={sourceId}>
            <span className="overlap-name">
              {name}
              <span className="hint">
                {[
                  code === null ? '' : authorityByCode(code)?.name,
                  sentOn === null ? 'no date in its name' : `dated ${sentOn}`,
                  index === 0 ? 'earliest' : index === files.length - 1 ? 'latest' : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="overlap-moves">
              {moves.map(([label, by]) => (
                <button
                  key={label}
                  type="button"
                  className="plain-button"
                  data-move={`${sourceId} ${label}`}
                  aria-disabled={busy || files[index + by] === undefined}
                  onClick={() => {
                    if (busy) return;
                    pressed.current = files[index + by] ? `${sourceId} ${label}` : null;
                    onMove(index, by);
                  }}
                >
                  {label}
                  <span className="visually-hidden"> {name}</span>
                </button>
              ))}
            </span>
            {used.length > 0 && (
              <div className="overlap-used">
                <p>Placements it is used for: {listed(said)}.</p>
                <ChangesMade sourceId={sourceId} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
