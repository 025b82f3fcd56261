'use client';
import { useCallback, useMemo, useState } from 'react';
import type { BuiltPack } from '@/lib/pack/build';
import type { Origin } from '@/lib/pack/context';
import { today } from '@/lib/pack/day';
import { type ClearedPack, packPreview } from '@/lib/pack/document';
import { packTitle, packView, sectionsOf, sectionWords } from '@/lib/pack/request';
import { usePack } from '@/lib/pack/use-pack';
import { poolSession } from '@/lib/session/pool-session';
import { usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { comparePools } from '@/lib/view/fingerprint';
import { usePageChoice, withPageChoices } from '@/lib/view/use-page-choice';
import { viewQuery } from '@/lib/view/write';
import { LinkNotices } from '../filter/notices';
import { optionsOf } from '../filter/options';
import { WidenedPeriod } from '../filter/widened';
import { ScreenState } from '../page/screen-state';
import { TaskProgress } from '../page/task-progress';
import { useTitle } from '../page/use-title';
import { PackChoices } from './pack-choices';
import { PackDocumentView } from './pack-document';
import { PackTools } from './pack-tools';

/** Nothing is shown that could not leave; then the page says so and the rest of the site goes on. */
function tryPreview(pack: BuiltPack, title: string, origin: Origin): ClearedPack | Error {
  try {
    return packPreview(pack, title, origin);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The review pack: choices above, and below them the document as it prints. Both follow from the address alone. */
export function PackScreen() {
  const pool = usePool();
  const { view: shownView, asked, pool: mark, notices, setView, dismiss } = useShownView();
  const [words, setWords] = usePageChoice('sections');
  const view = useMemo(() => packView(shownView), [shownView]);
  const sections = useMemo(() => sectionsOf(words), [words]);
  const work = usePack(view, sections);
  const title = pool.facts ? packTitle(view, pool.facts) : 'Review pack';
  // Without the pool's mark: the same link is meant to serve over next month's returns.
  const origin = useCallback(
    (): Origin => ({
      view,
      pool,
      fingerprint: pool.fingerprint,
      limits: poolSession.protection(),
      link: location.origin + location.pathname + withPageChoices(viewQuery(view), location.search),
      written: today(new Date()),
    }),
    [view, pool],
  );
  useTitle('Review pack', view);
  const [left, setLeft] = useState<{ readonly of: unknown; readonly cleared: ClearedPack } | null>(null);
  const previewed = useMemo(
    () => (work.pack && !work.stale ? tryPreview(work.pack, title, origin()) : null),
    [work.pack, work.stale, title, origin],
  );
  const shown = left && left.of === work.pack ? left.cleared : previewed instanceof Error ? null : previewed;
  const failure = previewed instanceof Error ? previewed.message : work.failure;
  const options = useMemo(() => optionsOf(pool), [pool]);
  const label = `Making the pack${work.total > 0 ? `: figure ${work.done} of ${work.total}` : ''}`;
  const task = {
    label,
    done: work.total > 0 ? work.done / work.total : null,
    startedAt: work.startedAt,
    cancel: work.cancel,
  };
  const described = pool.status === 'ready' ? comparePools(mark, pool.description) : null;
  return (
    <div className="pack-screen">
      <div className="pack-controls">
        <LinkNotices notices={notices} pool={described} onDismiss={dismiss} />
        <p className="pack-about">
          A pack for the review meeting. Its choices are in the address: keep the link, and next month it makes the pack
          anew from next month’s returns.
        </p>
        <PackChoices
          view={view}
          options={options}
          sections={sections}
          onView={setView}
          onSections={(next) => setWords(sectionWords(next))}
        />
        <WidenedPeriod asked={asked} shown={view.period} months={options.months} />
      </div>
      <ScreenState pool={pool} failure={failure}>
        {work.status === 'working' && <TaskProgress task={task} />}
        {work.status === 'stopped' && (
          <p className="pack-stopped" role="status">
            Stopped. The pack was not finished.{' '}
            <button type="button" className="plain-button" onClick={work.again}>
              Make the pack
            </button>
          </p>
        )}
        {work.pack && shown && (
          <>
            <div className="pack-controls">
              <PackTools
                pack={work.pack}
                title={title}
                origin={origin}
                disabled={work.stale || work.status !== 'ready'}
                onLeave={(cleared) => setLeft({ of: work.pack, cleared })}
              />
              {shown.words !== '' && <p>{shown.words}</p>}
              {work.pack.missing.length > 0 && (
                <p>Not in the pack, because no placement is left to show: {work.pack.missing.join('; ')}.</p>
              )}
            </div>
            <PackDocumentView pack={shown.document} tablesOnly={shown.changed} />
          </>
        )}
        {!shown && <h1 className="page-title">{title}</h1>}
      </ScreenState>
    </div>
  );
}
