'use client';
import { useEffect } from 'react';
import { poolSession } from '@/lib/session/pool-session';
import { useMode, usePool } from '@/lib/session/use-pool';
import { ScreenState } from '../page/screen-state';
import { AddFiles } from './add-files';
import { ArrivalList } from './arrival-list';
import { CoverageMatrix } from './coverage-matrix';
import { FirstFixes } from './first-fixes';
import { KeepPool } from './keep-pool';
import { MappingFile } from './mapping-file';
import { OverlappingFiles } from './overlapping-files';
import { PoolActions } from './pool-actions';
import { ProtectionForm } from './protection-form';
import { RecordedMatrix } from './recorded-matrix';
import { SourceTable } from './source-table';

/** The pool: what is in it, what is missing, what to fix, and everything that can be done to it. */
export function DataScreen() {
  const pool = usePool();
  const mode = useMode();
  const { threshold, base } = poolSession.protection();
  useEffect(() => {
    document.title = 'Data – Sufficiency';
  }, []);
  return (
    <>
      <h1 className="page-title">What is loaded</h1>
      {pool.status === 'error' ? (
        <ScreenState pool={pool} failure={null}>
          {null}
        </ScreenState>
      ) : (
        <>
          {pool.failure && (
            <p className="figure-error" role="alert">
              {pool.failure}
            </p>
          )}
          <AddFiles />
          <ArrivalList />
          <PoolActions />
          <MappingFile />
          <h2 className="section-title">Loaded files</h2>
          {mode === 'sharing' && (
            <p className="hint">
              Counts are rounded to the nearest {base} and those under {threshold} are hidden. The working view shows
              them exactly.
            </p>
          )}
          <SourceTable />
          <OverlappingFiles />
          {pool.rows > 0 && (
            <>
              <h2 className="section-title">Coverage by authority and quarter</h2>
              <CoverageMatrix />
              <h2 className="section-title">What to fix first</h2>
              <FirstFixes />
              <h2 className="section-title">Fields recorded</h2>
              <RecordedMatrix />
            </>
          )}
          <h2 className="section-title">How small numbers are protected</h2>
          <ProtectionForm />
          <h2 className="section-title">Keep it, hand it on, or leave nothing behind</h2>
          <KeepPool />
        </>
      )}
    </>
  );
}
