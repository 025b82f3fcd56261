'use client';
import { useMemo } from 'react';
import { roundedCount } from '@/lib/disclosure/round';
import { poolSession } from '@/lib/session/pool-session';
import { useMode, usePool } from '@/lib/session/use-pool';
import type { ShownView } from '@/lib/session/use-shown-view';
import { comparePools } from '@/lib/view/fingerprint';
import { saidMonths } from '@/lib/view/said-months';
import { FilterBar } from './filter-bar';
import { LinkNotices } from './notices';
import { optionsOf } from './options';
import { WidenedPeriod } from './widened';
import { FilterWords } from './words';

interface Props {
  /** Of the page, which reads the URL once for all of it. */
  readonly shown: ShownView;
  /** Placements in the view; null until known. */
  readonly kept: number | null;
  readonly stale: boolean;
}

/** The filter bar wired to the URL and the pool, with what the link asked for that could not be done. */
export function FilterArea({ shown, kept, stale }: Props) {
  const pool = usePool();
  const mode = useMode();
  const { view, asked, pool: mark, notices, setView, reset, dismiss } = shown;
  const options = useMemo(() => optionsOf(pool), [pool]);
  const count = (n: number) => (mode === 'working' ? n : roundedCount(n, poolSession.protection()));
  const described = pool.status === 'ready' || pool.status === 'empty' ? comparePools(mark, pool.description) : null;
  return (
    <>
      <LinkNotices notices={notices} pool={described} onDismiss={dismiss} />
      <FilterBar
        view={view}
        options={options}
        onChange={setView}
        onReset={reset}
        kept={kept === null ? null : count(kept)}
        total={count(pool.rows)}
        updating={stale}
      />
      <WidenedPeriod asked={asked} shown={view.period} months={options.months} />
      <FilterWords view={view} months={saidMonths(view, options.byDate)} />
    </>
  );
}
