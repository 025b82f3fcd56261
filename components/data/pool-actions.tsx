'use client';
import { useState } from 'react';
import type { Database } from '@/lib/database/database';
import { saveFile } from '@/lib/export/save';
import { downloadPool, problemCsv } from '@/lib/ingest/download';
import { poolSession } from '@/lib/session/pool-session';
import { usePool } from '@/lib/session/use-pool';
import { severities } from '@/lib/standard/rule';

/** Begins the pool anew, or takes it away as files. */
export function PoolActions() {
  const pool = usePool();
  const [failure, setFailure] = useState('');
  const busy = pool.status === 'loading';

  async function save(name: string, write: (database: Database) => Promise<Blob>) {
    setFailure('');
    try {
      const written = await poolSession.query(write);
      saveFile({ name, type: 'text/csv;charset=utf-8', content: new Uint8Array(await written.arrayBuffer()) });
    } catch (error) {
      setFailure(
        `${name} could not be written: ${error instanceof Error ? error.message : String(error)} The pool is as it was.`,
      );
    }
  }

  return (
    <div className="pool-actions">
      <div className="button-row">
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy}
          onClick={() => void poolSession.startEmpty()}
        >
          Start an empty pool
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy}
          onClick={() => void poolSession.openSample()}
        >
          Return to the sample
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy || pool.rows === 0}
          aria-describedby="download-warning"
          onClick={() => void save('sufficiency-pool.csv', downloadPool)}
        >
          Download pool
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy || pool.sources.length === 0}
          aria-describedby="download-warning"
          onClick={() => void save('sufficiency-problems.csv', (database) => problemCsv(database, { severities }))}
        >
          Download rows set aside and problems
        </button>
      </div>
      <p id="download-warning" className="hint">
        {pool.kind === 'sample'
          ? 'Downloads of the sample hold invented rows.'
          : 'Both downloads hold rows about children, exact and unprotected in either view. They are for your own work: do not share them.'}
      </p>
      {failure && (
        <p className="figure-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
