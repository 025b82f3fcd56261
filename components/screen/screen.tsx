'use client';
import { type ReactNode, useMemo } from 'react';
import type { Measure } from '@/lib/measure/measure';
import { useFigures } from '@/lib/session/use-figures';
import { usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { FilterArea } from '../filter/filter-area';
import { PageWorkbook, readyFigures } from '../page/page-workbook';
import { ScreenState } from '../page/screen-state';
import { useTitle } from '../page/use-title';
import { RecordsDisclosure } from '../table/records';
import { PlacedFigure } from './placed-figure';
import { useAdvice } from './use-advice';

export interface Section {
  readonly title?: string;
  /** One sentence under the title. */
  readonly about?: string;
  readonly figures: readonly { readonly id: string; readonly span?: 'half' | 'third' | 'two-thirds' }[];
}

interface Props {
  readonly title: string;
  readonly measures: readonly Measure[];
  readonly sections: readonly Section[];
  /** Offers the rows behind the page, placed in the period by this date. */
  readonly records?: 'referral' | 'placement';
  /** Under the title: links to sister pages. */
  readonly children?: ReactNode;
}

/** One screen: the filters, then its figures in order. Everything on it shows the same view. */
export function Screen({ title, measures, sections, records, children }: Props) {
  const pool = usePool();
  const { view, setView } = useShownView();
  const { figures, kept, stale, failure } = useFigures(measures, view);
  const titles = useMemo(() => new Map(measures.map((measure) => [measure.id, measure.title])), [measures]);
  const advice = useAdvice(view, kept === 0);
  useTitle(title, view);
  const remedy = advice.patch ? { label: advice.label, apply: () => setView(advice.patch ?? {}) } : undefined;
  return (
    <>
      <FilterArea kept={kept} stale={stale} />
      <h1 className="page-title">{title}</h1>
      {children}
      <ScreenState pool={pool} failure={failure}>
        {sections.map((section) => (
          <section key={section.title ?? section.figures[0]?.id}>
            {section.title && <h2 className="section-title">{section.title}</h2>}
            {section.about && <p className="section-about">{section.about}</p>}
            <div className="columns">
              {section.figures.map(({ id, span }) => (
                <div key={id} className={span}>
                  <PlacedFigure
                    id={id}
                    level={section.title ? 3 : 2}
                    title={titles.get(id) ?? id}
                    worked={figures[id]}
                    stale={stale}
                    advice={advice.text}
                    remedy={remedy}
                    onFilter={setView}
                  />
                </div>
              ))}
            </div>
          </section>
        ))}
        {records && <RecordsDisclosure basis={records} />}
        <PageWorkbook title={title} figures={readyFigures(measures, figures)} stale={stale} />
      </ScreenState>
    </>
  );
}
