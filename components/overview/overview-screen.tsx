'use client';
import { contextFor, type PoolFacts } from '@/lib/measure/context';
import { overviewFigures, stripFigures } from '@/lib/measure/figures';
import type { Measure } from '@/lib/measure/measure';
import { displacement } from '@/lib/measure/needs/displacement';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { whatChanged } from '@/lib/measure/overview/changes';
import { lede } from '@/lib/measure/overview/lede';
import { useAhead } from '@/lib/session/use-ahead';
import { type Prepared, useFigures } from '@/lib/session/use-figures';
import { usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { Considering } from '../filter/considering';
import { FilterArea } from '../filter/filter-area';
import { PageWorkbook, readyFigures } from '../page/page-workbook';
import { ScreenState } from '../page/screen-state';
import { useTitle } from '../page/use-title';
import { PlacedFigure } from '../screen/placed-figure';
import { useAdvice, useRemedy } from '../screen/use-advice';
import { AuthoritySection } from './authority-section';
import { WhatChanged } from './changes';
import { StripItem } from './strip-item';

interface Props {
  /** The shipped pool's default view, worked out when the site was built. */
  readonly prepared?: (Prepared & { readonly facts: PoolFacts }) | undefined;
}

/** The state of the region in ten seconds. */
export function OverviewScreen({ prepared }: Props) {
  const pool = usePool();
  const shown = useShownView();
  const { view, setView, link } = shown;
  const { figures, kept, stale, failure } = useFigures(overviewFigures, view, prepared);
  const consider = useAhead(overviewFigures, shown);
  const advice = useAdvice(view, kept === 0);
  useTitle('Overview', view);
  const facts = pool.facts ?? prepared?.facts;
  const sides = facts ? contextFor(view, facts, 'referral').sides : null;
  const changes = sides ? whatChanged(figures, sides) : [];
  const remedy = useRemedy(advice, setView);
  const placed = (measure: Measure) => ({
    measure,
    worked: figures[measure.id],
    stale,
    advice: advice.text,
    remedy,
    onFilter: setView,
  });
  return (
    <Considering value={consider}>
      <FilterArea shown={shown} kept={kept} stale={stale} />
      <h1 className="visually-hidden">Overview</h1>
      <ScreenState pool={pool} failure={failure} stale={stale} figures={overviewFigures}>
        <p className="lede">{lede(figures).join(' ')}</p>
        <div className="strip">
          {stripFigures.map((measure) => (
            <StripItem key={measure.id} measure={measure} worked={figures[measure.id]} stale={stale} />
          ))}
        </div>
        <div className="columns">
          <div className="two-thirds">
            <PlacedFigure {...placed(soughtSecured)} level={2} face={1} />
          </div>
          <div className="third">
            <WhatChanged changes={changes} against={sides?.beforeWords ?? ''} query={link()} />
          </div>
        </div>
        <AuthoritySection figures={figures} stale={stale} onFilter={setView} />
        <PlacedFigure {...placed(displacement)} level={2} />
        <PageWorkbook title="Overview" figures={readyFigures(overviewFigures, figures)} stale={stale} />
      </ScreenState>
    </Considering>
  );
}
