'use client';
import type { TableRow } from '@/lib/figure/figure';
import { contextFor } from '@/lib/measure/context';
import { overviewFigures, stripFigures } from '@/lib/measure/figures';
import { whatChanged } from '@/lib/measure/overview/changes';
import { lede } from '@/lib/measure/overview/lede';
import { measureOf } from '@/lib/measure/registry';
import type { FigureState } from '@/lib/measure/run';
import { useFigures } from '@/lib/session/use-figures';
import { usePool } from '@/lib/session/use-pool';
import { useView } from '@/lib/view/use-view';
import { FilterArea } from '../filter/filter-area';
import { ScreenState } from '../page/screen-state';
import { useTitle } from '../page/use-title';
import { PlacedFigure } from '../screen/placed-figure';
import { patchOf } from '../screen/select';
import { useAdvice } from '../screen/use-advice';
import { WhatChanged } from './changes';
import { SideBySide } from './side-by-side';
import { StripItem } from './strip-item';

interface Props {
  /** The sample's default view, worked out when the site was built. */
  readonly initial?: Readonly<Record<string, FigureState>>;
}

const sideBySide = ['authorities', 'authorities-distance'] as const;

/** The state of the region in ten seconds. */
export function OverviewScreen({ initial }: Props) {
  const pool = usePool();
  const { view, setView, link } = useView();
  const { figures, kept, stale, failure } = useFigures(overviewFigures, view, initial);
  const advice = useAdvice(view, kept === 0);
  useTitle('Overview', view);
  const sides = pool.facts ? contextFor(view, pool.facts, 'referral').sides : null;
  const changes = sides ? whatChanged(figures, sides) : [];
  const remedy = advice.patch ? { label: advice.label, apply: () => setView(advice.patch ?? {}) } : undefined;
  const placed = (id: string) => ({ id, worked: figures[id], stale, advice: advice.text, remedy, onFilter: setView });
  const ready = sideBySide.flatMap((id) => {
    const worked = figures[id];
    return worked?.state === 'ready' ? [worked.figure] : [];
  });
  return (
    <>
      <FilterArea kept={kept} stale={stale} />
      <h1 className="visually-hidden">Overview</h1>
      <ScreenState pool={pool} failure={failure}>
        <p className="lede">{lede(figures).join(' ')}</p>
        <div className="strip">
          {stripFigures.map(({ id, title }) => (
            <StripItem key={id} id={id} title={title} worked={figures[id]} stale={stale} />
          ))}
        </div>
        <div className="columns">
          <div className="two-thirds">
            <PlacedFigure {...placed('sought-secured')} title="Needs sought and provision secured" level={2} face={1} />
          </div>
          <div className="third">
            <WhatChanged changes={changes} against={sides?.beforeWords ?? ''} query={link()} />
          </div>
        </div>
        <h2 className="section-title">Authorities side by side</h2>
        <SideBySide figures={ready} onSelect={(row: TableRow) => setView(patchOf(row))} />
        <div className="columns">
          {['displacement', ...sideBySide].map((id) => (
            <div key={id} className="half">
              <PlacedFigure {...placed(id)} title={measureOf(id)?.title ?? id} />
            </div>
          ))}
        </div>
      </ScreenState>
    </>
  );
}
