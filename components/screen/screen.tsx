'use client';
import { type ReactNode, useMemo, useState } from 'react';
import type { Measure } from '@/lib/measure/measure';
import type { Figures } from '@/lib/session/shown-figures';
import { useAhead } from '@/lib/session/use-ahead';
import { useFigures } from '@/lib/session/use-figures';
import { usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { Considering } from '../filter/considering';
import { FilterArea } from '../filter/filter-area';
import { InShort } from '../page/in-short';
import { OnThisPage } from '../page/on-this-page';
import { PageWorkbook, readyFigures } from '../page/page-workbook';
import { ScreenState } from '../page/screen-state';
import { TaskProgress } from '../page/task-progress';
import { useTitle } from '../page/use-title';
import { RecordsDisclosure } from '../table/records';
import { PlacedFigure } from './placed-figure';
import { useAdvice, useRemedy } from './use-advice';

export interface PlacedAt {
  readonly id: string;
  readonly span?: 'half' | 'third' | 'two-thirds';
  /** Its sentence stands on the page; its chart when asked for. */
  readonly folded?: boolean;
}

export interface Section {
  readonly title?: string;
  /** One sentence under the title. */
  readonly about?: string;
  readonly figures: readonly PlacedAt[];
}

/** Figures side by side, two to a row. */
export function half(...ids: readonly string[]): readonly PlacedAt[] {
  return ids.map((id) => ({ id, span: 'half' }));
}

/** The same, folded to their sentences. */
export function folded(...ids: readonly string[]): readonly PlacedAt[] {
  return ids.map((id) => ({ id, span: 'half', folded: true }));
}

/** A page with more sections than this has a list of them. */
const fewSections = 4;

function sectionId(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, '-');
}

interface Props {
  readonly title: string;
  readonly measures: readonly Measure[];
  readonly sections: readonly Section[];
  /** Offers the rows behind the page, placed in the period by this date. */
  readonly records?: 'referral' | 'placement';
  /** Figures whose sentences stand at the head of the page. */
  readonly inShort?: readonly string[];
  /** Under the title: links to sister pages. */
  readonly children?: ReactNode;
  /** Under those sentences: what further pages say, once this one is no longer `stale`. */
  readonly lead?: (stale: boolean) => ReactNode;
  /** After the last section, from the page's own figures. */
  readonly foot?: (figures: Figures) => ReactNode;
}

/** One screen: the filters, then its figures in order. Everything on it shows the same view. */
export function Screen({ title, measures, sections, records, inShort = [], lead, children, foot }: Props) {
  const pool = usePool();
  const shown = useShownView();
  const { view, setView } = shown;
  const { figures, kept, stale, failure, task } = useFigures(measures, view);
  const consider = useAhead(measures, shown);
  const byId = useMemo(() => new Map(measures.map((measure) => [measure.id, measure])), [measures]);
  const nameOf = ({ title: own, figures: [first] }: Section) => own ?? byId.get(first?.id ?? '')?.title ?? '';
  const entries = sections.map((section) => ({ id: sectionId(nameOf(section)), title: nameOf(section) }));
  const advice = useAdvice(view, kept === 0);
  const [unfolded, setUnfolded] = useState(false);
  useTitle(title, view);
  const remedy = useRemedy(advice, setView);
  return (
    <Considering value={consider}>
      <FilterArea shown={shown} kept={kept} stale={stale} />
      <h1 className="page-title">{title}</h1>
      {children}
      {task && <TaskProgress task={task} />}
      <ScreenState pool={pool} failure={failure} stale={stale} figures={measures}>
        <div className={entries.length > fewSections ? 'with-contents' : undefined}>
          {entries.length > fewSections && <OnThisPage entries={entries} all={unfolded} onAll={setUnfolded} />}
          <div className="contents-body">
            <InShort ids={inShort} figures={figures} stale={stale} />
            {lead?.(stale || kept === null)}
            {sections.map((section) => (
              <section key={nameOf(section)} id={sectionId(nameOf(section))}>
                {section.title && <h2 className="section-title">{section.title}</h2>}
                {section.about && <p className="section-about">{section.about}</p>}
                <div className="columns">
                  {section.figures.map(({ id, span, folded: fold = false }) => {
                    const measure = byId.get(id);
                    return (
                      measure && (
                        <div key={id} className={span}>
                          <PlacedFigure
                            measure={measure}
                            level={section.title ? 3 : 2}
                            worked={figures[id]}
                            stale={stale}
                            advice={advice.text}
                            remedy={remedy}
                            folded={fold && !unfolded}
                            onFilter={setView}
                          />
                        </div>
                      )
                    );
                  })}
                </div>
              </section>
            ))}
            {foot?.(figures)}
            {records && <RecordsDisclosure basis={records} />}
            <PageWorkbook title={title} figures={readyFigures(measures, figures)} stale={stale} />
          </div>
        </div>
      </ScreenState>
    </Considering>
  );
}
