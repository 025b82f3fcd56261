import { useCallback, useMemo } from 'react';
import type { TableRow } from '@/lib/figure/figure';
import { likeForLikeUnchecked } from '@/lib/measure/cost/standard/like-for-like';
import { authorities, authoritiesPlaced } from '@/lib/measure/overview/authorities';
import type { FigureState } from '@/lib/measure/run';
import type { View } from '@/lib/view/view';
import { DefinitionNote } from '../figure/definition-note';
import { DownloadButtons } from '../figure/download';
import { HonestyLine } from '../figure/honesty';
import { Skeleton } from '../figure/states';
import { patchOf } from '../screen/select';
import { SideBySide } from './side-by-side';

/** Demand is dated by referral, distance and cost by placement, and cost against the region: the table is three figures side by side. */
const measures = [authorities, authoritiesPlaced, likeForLikeUnchecked];

interface Props {
  readonly figures: Readonly<Record<string, FigureState>>;
  readonly stale: boolean;
  readonly onFilter: (patch: Partial<View>) => void;
}

/** Authorities side by side: one row each, every figure with its own download and honesty line. */
export function AuthoritySection({ figures, stale, onFilter }: Props) {
  // Apart from `stale`: the rows stay as they are while others are worked out.
  const shown = useMemo(
    () =>
      measures.flatMap(({ id }) => {
        const worked = figures[id];
        return worked?.state === 'ready' ? [worked.figure] : [];
      }),
    [figures],
  );
  const choose = useCallback((row: TableRow) => onFilter(patchOf(row)), [onFilter]);
  const status = (id: string) => {
    const worked = figures[id];
    return !worked || stale ? 'loading' : worked.state;
  };
  return (
    <div className="figure">
      <h2 className="figure-headline">Authorities side by side</h2>
      <p className="figure-subtitle">{shown[0]?.subtitle}</p>
      {shown.length === 0 ? <Skeleton /> : <SideBySide figures={shown} onSelect={choose} />}
      <div className="columns">
        {measures.map((measure) => {
          const { id, title } = measure;
          const figure = shown.find((one) => one.id === id);
          return (
            <section
              key={id}
              className="third"
              id={`figure-${id}`}
              data-figure={id}
              data-state={status(id)}
              aria-label={title}
            >
              {figure && (
                <>
                  <p className="figure-said">{figure.headline}.</p>
                  <div className="figure-tools">
                    <DownloadButtons figure={figure} stale={stale} />
                    <DefinitionNote measure={measure} />
                  </div>
                  <HonestyLine figure={figure} />
                </>
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
}
