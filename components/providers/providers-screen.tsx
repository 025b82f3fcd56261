'use client';
import { useMemo } from 'react';
import { costByProvider } from '@/lib/measure/providers/cost-by-provider';
import { providerFigures } from '@/lib/measure/providers/figures';
import { providers } from '@/lib/measure/providers/provider-table';
import type { FigureState as Worked } from '@/lib/measure/run';
import { withOfsted } from '@/lib/provider/match';
import { useAhead } from '@/lib/session/use-ahead';
import { useFigures } from '@/lib/session/use-figures';
import { useMode, usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { usePageChoice } from '@/lib/view/use-page-choice';
import type { FigureState } from '../figure/state';
import { Considering } from '../filter/considering';
import { FilterArea } from '../filter/filter-area';
import { PageWorkbook, readyFigures } from '../page/page-workbook';
import { ScreenState } from '../page/screen-state';
import { useTitle } from '../page/use-title';
import { PlacedFigure } from '../screen/placed-figure';
import { type Advice, useAdvice } from '../screen/use-advice';
import { RecordsDisclosure } from '../table/records';
import { shownRows } from './columns';
import { OfstedInput } from './ofsted-input';
import { useOfsted } from './ofsted-store';
import { ProviderPanel } from './provider-panel';
import { ProvidersFigure } from './providers-figure';
import { ProvidersTable } from './providers-table';

function stateOf(worked: Worked | undefined, stale: boolean, advice: Advice, apply: () => void): FigureState {
  if (!worked) return { status: 'loading' };
  if (stale) return { status: 'loading', figure: worked.state === 'ready' ? worked.figure : undefined };
  if (worked.state === 'error') return { status: 'error', message: worked.error.message };
  if (worked.state === 'ready') return { status: 'ready', figure: worked.figure };
  if (advice.patch) return { status: 'empty', advice: advice.text, remedy: { label: advice.label, apply } };
  return { status: 'empty', advice: 'No placement in this view names a registered provider.' };
}

/** Every registered provider of the view in one table, and one of them beside it. */
export function ProvidersScreen() {
  const pool = usePool();
  const mode = useMode();
  const ofsted = useOfsted();
  const shownView = useShownView();
  const { view, setView } = shownView;
  const [asked, setAsked] = usePageChoice('provider');
  const { figures, kept, stale, failure } = useFigures(providerFigures, view);
  const consider = useAhead(providerFigures, shownView);
  const advice = useAdvice(view, kept === 0);
  useTitle('Providers', view);
  const worked = figures[providers.id];
  const shown = useMemo(() => (worked?.state === 'ready' ? shownRows(worked.figure) : null), [worked]);
  const matched = useMemo(
    () => (shown && ofsted.kind === 'list' ? withOfsted(shown.table, ofsted.list) : null),
    [shown, ofsted],
  );
  const table = matched?.table ?? shown?.table;
  const urn = asked?.[0] ?? '';
  const row = table?.rows.find(({ provider }) => provider === urn);
  const state = stateOf(worked, stale, advice, () => setView(advice.patch ?? {}));

  function close() {
    setAsked(null);
    document.querySelector<HTMLElement>(`.grid [data-row="${CSS.escape(urn)}"] button`)?.focus();
  }

  return (
    <Considering value={consider}>
      <FilterArea shown={shownView} kept={kept} stale={stale} />
      <h1 className="page-title">Providers</h1>
      <ScreenState pool={pool} failure={failure} stale={stale} figures={providerFigures}>
        <div className="providers" data-open={row !== undefined}>
          <div className="providers-main">
            <ProvidersFigure measure={providers} state={state}>
              {(figure) =>
                shown &&
                table && (
                  <>
                    <OfstedInput state={ofsted} matched={matched} />
                    {urn !== '' && !row && !stale && (
                      <p className="grid-note" role="status">
                        Provider {urn} has no placements in this view
                        {mode === 'sharing' ? ', or too few to show in the sharing view' : ''}.
                      </p>
                    )}
                    <ProvidersTable
                      figure={figure}
                      table={table}
                      tooSmall={shown.tooSmall}
                      withList={matched !== null}
                      opened={row ? urn : ''}
                      onOpen={(name) => setAsked(name === urn ? null : [name])}
                    />
                  </>
                )
              }
            </ProvidersFigure>
          </div>
          {row && table && (
            <ProviderPanel
              key={`${urn} ${mode}`}
              urn={urn}
              mode={mode}
              view={view}
              row={row}
              columns={table.columns}
              onClose={close}
              onFilter={setView}
            />
          )}
        </div>
        <PlacedFigure
          measure={costByProvider}
          worked={figures[costByProvider.id]}
          stale={stale}
          advice={advice.text}
          onFilter={setView}
        />
        <RecordsDisclosure basis="placement" />
        <PageWorkbook title="Providers" figures={readyFigures(providerFigures, figures)} stale={stale} />
      </ScreenState>
    </Considering>
  );
}
