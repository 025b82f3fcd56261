import { createContext, useContext } from 'react';
import type { Anchor, Chart } from '@/lib/figure/figure';
import { palette } from './palette';
import { lengthOf } from './read';

/** The published group a reader has chosen to see on the figures of a page; null for none. */
export const AnchorChoice = createContext<string | null>(null);

/** The chosen one, where this chart has it. */
export function useAnchor(chart: Chart): Anchor | null {
  const chosen = useContext(AnchorChoice);
  if (chosen === null || !('anchors' in chart)) return null;
  return chart.anchors?.find(({ id }) => id === chosen) ?? null;
}

/** Of no series and no type of home. */
export const anchorLook = { stroke: palette[3], strokeWidth: 2, strokeDasharray: '6 3' } as const;

/** Pixels its key takes above the drawing. */
export const anchorHeight = 22;

interface KeyProps {
  readonly anchor: Anchor;
  /** Where it begins, if it ends within `width` so. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a dashed line is, written above the drawing so that a saved picture says it too. */
export function AnchorKey({ anchor, x, y, width }: KeyProps) {
  const from = Math.max(0, Math.min(x, width - 28 - lengthOf(anchor.label)));
  return (
    <g>
      <line x1={from} x2={from + 22} y1={y - 4} y2={y - 4} {...anchorLook} />
      <text x={from + 28} y={y} fontSize={13} fill="#0b0c0c">
        {anchor.label}
      </text>
    </g>
  );
}

/** Where the published share stands beside one row; null where it says nothing of it. */
export function anchorAt(anchor: Anchor | null | undefined, row: string): number | null {
  if (!anchor) return null;
  return typeof anchor.at === 'number' ? anchor.at : (anchor.at[row] ?? null);
}

/** Whether anything is drawn: some are said in words alone. */
export function drawsAnchor(anchor: Anchor | null | undefined): anchor is Anchor {
  return !!anchor && (typeof anchor.at === 'number' || Object.keys(anchor.at).length > 0);
}
