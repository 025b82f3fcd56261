'use client';
import { useState } from 'react';
import { saveFile } from '@/lib/export/save';
import { number } from '@/lib/measure/words';
import { writeSnapshot } from '@/lib/pool/snapshot';
import { poolSession } from '@/lib/session/pool-session';
import { useKeeping } from '@/lib/session/use-keeping';
import { usePool } from '@/lib/session/use-pool';

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Keeping the pool on this computer, handing it on as a file, and leaving nothing behind. */
export function KeepPool() {
  const pool = usePool();
  const { on, kept, saving, notice } = useKeeping();
  const [failure, setFailure] = useState('');
  const own = pool.kind === 'own' && !pool.shipped && pool.rows > 0;
  const busy = pool.status === 'loading';

  async function save() {
    setFailure('');
    try {
      const { name, kind } = pool;
      const bytes = await poolSession.query((database) =>
        writeSnapshot(database, { name, synthetic: kind === 'sample' }),
      );
      saveFile({ name: 'sufficiency-pool.zip', type: 'application/zip', content: new Uint8Array(bytes) });
    } catch (error) {
      setFailure(`The pool could not be saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <div className="keep-pool">
      <div className="tick">
        <input
          id="keep-pool"
          type="checkbox"
          checked={on}
          disabled={busy || !(own || on)}
          aria-describedby="keep-pool-hint"
          onChange={(event) => void poolSession.setKeeping(event.target.checked)}
        />
        <label htmlFor="keep-pool">Keep this pool on this computer</label>
      </div>
      <p id="keep-pool-hint" className="hint">
        Off unless you ask. The rows about children are then stored in this browser, unencrypted, and open again when
        this page does: anyone who uses this browser account can see them. Do not use it on a shared computer.
        {!own && !on && ' The sample needs no keeping: it can be kept once your own files are loaded.'}
      </p>
      <p role="status">
        {saving ? 'Saving…' : kept ? `Kept: ${number(kept.rows)} placements, ${when.format(kept.savedAt)}.` : ''}{' '}
        {notice}
      </p>
      {failure && (
        <p className="figure-error" role="alert">
          {failure}
        </p>
      )}
      <div className="button-row">
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy || pool.rows === 0}
          aria-describedby="save-pool-hint"
          onClick={() => void save()}
        >
          Save pool to a file
        </button>
        {kept && !own && (
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            disabled={busy}
            onClick={() => void poolSession.openKept()}
          >
            Open the kept pool
          </button>
        )}
        <button
          type="button"
          className="govuk-button govuk-button--warning"
          disabled={busy}
          onClick={() => void poolSession.forgetEverything()}
        >
          Forget everything
        </button>
      </div>
      <p id="save-pool-hint" className="hint">
        The file holds every row, each file’s settings and its problems, so that a colleague who adds it here sees the
        same figures. It holds rows about children: send it only as you would the returns themselves. “Forget
        everything” removes the kept pool and the saved views from this browser and shows the sample; your own files are
        not touched.
      </p>
    </div>
  );
}
