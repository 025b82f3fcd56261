'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { roundedCount } from '@/lib/disclosure/round';
import type { Cell } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import { poolSession } from '@/lib/session/pool-session';
import type { PoolSnapshot } from '@/lib/session/snapshot';
import { useMode, usePool } from '@/lib/session/use-pool';
import { rangeLabel } from '@/lib/view/month';
import { TaskProgress } from './task-progress';
import { useSheetFooter } from './use-sheet-footer';

const count = new Intl.NumberFormat('en-GB');

function whatIsLoaded({ name, facts }: PoolSnapshot, rows: Cell): string {
  const authorities = facts?.authorities.length ?? 0;
  const months = facts?.months.referral ?? facts?.months.placement ?? null;
  return [
    facts?.regions.length === 1 ? facts.regions[0]?.name : '',
    `${count.format(authorities)} ${authorities === 1 ? 'authority' : 'authorities'}`,
    months ? rangeLabel(months) : '',
    `${formatCell(rows, 'count')} ${rows === 1 ? 'placement' : 'placements'}`,
  ]
    .filter((part) => part && part !== name)
    .join(' · ');
}

/** Whose data is on screen, on every page: a synthetic sample says so wherever it is shown. */
export function ContextLine() {
  const pool = usePool();
  // The Data page shows a load file by file, with its own Cancel.
  const shownThere = usePathname().startsWith('/data') && pool.task?.files !== undefined;
  const mode = useMode();
  useSheetFooter(pool.kind === 'sample' ? 'Synthetic sample' : pool.status === 'empty' ? '' : pool.name);
  const rows = mode === 'working' ? pool.rows : roundedCount(pool.rows, poolSession.protection());
  return (
    <div className="context" aria-live="polite">
      <p>
        {pool.kind === 'sample' && <strong className="tag">Synthetic sample</strong>}
        {pool.kind === 'own' && pool.status !== 'empty' && <strong>{pool.name}</strong>}{' '}
        {pool.status === 'empty' ? (
          <strong>The pool is empty.</strong>
        ) : pool.facts ? (
          whatIsLoaded(pool, rows)
        ) : (
          'Opening the pool…'
        )}
        {pool.kind === 'sample' && pool.facts && '. No real child is shown.'}
      </p>
      <p>
        <Link href="/data/">{pool.kind === 'sample' ? 'Open your own returns' : 'See what is loaded'}</Link>
      </p>
      {pool.task && pool.status === 'loading' && !shownThere && <TaskProgress task={pool.task} />}
    </div>
  );
}
