import { memo, useCallback, useMemo } from 'react';
import { tableOf } from '@/lib/figure/drawable';
import type { TableRow } from '@/lib/figure/figure';
import type { Named } from '@/lib/measure/measure';
import type { FigureState as Worked } from '@/lib/measure/run';
import type { View } from '@/lib/view/view';
import { FigureFrame } from '../figure/frame';
import type { FigureState } from '../figure/state';
import { patchOf, selectable } from './select';

interface Props {
  readonly measure: Named;
  readonly worked: Worked | undefined;
  readonly stale: boolean;
  readonly advice: string;
  readonly remedy?: { readonly label: string; readonly apply: () => void } | undefined;
  readonly level?: 2 | 3;
  /** Which of the figure's charts is shown first. */
  readonly face?: number;
  readonly folded?: boolean;
  readonly onFilter: (patch: Partial<View>) => void;
}

function stateOf({ worked, stale, advice, remedy }: Props): FigureState {
  if (!worked) return { status: 'loading' };
  if (stale) return { status: 'loading', figure: worked.state === 'ready' ? worked.figure : undefined };
  if (worked.state === 'error') return { status: 'error', message: worked.error.message };
  if (worked.state === 'empty') return { status: 'empty', figure: worked.figure, advice, remedy };
  return { status: 'ready', figure: worked.figure };
}

/** A worked-out figure in its frame, its marks wired to the filters. */
export const PlacedFigure = memo(function PlacedFigure(props: Props) {
  const { measure, worked, level = 3, face, folded = false, onFilter } = props;
  const figure = worked?.state === 'ready' ? worked.figure : undefined;
  const filters = useMemo(
    () =>
      figure !== undefined &&
      selectable([figure.table, ...figure.charts.map((chart) => tableOf(figure, chart))].flatMap(({ rows }) => rows)),
    [figure],
  );
  const choose = useCallback((row: TableRow) => onFilter(patchOf(row)), [onFilter]);
  return (
    <FigureFrame
      measure={measure}
      state={stateOf(props)}
      level={level}
      firstFace={face ?? null}
      folded={folded}
      onSelect={filters ? choose : undefined}
    />
  );
});
