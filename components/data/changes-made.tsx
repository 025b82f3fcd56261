'use client';
import { useState } from 'react';
import { saveFile } from '@/lib/export/save';
import { changesMadeBy, correctionsCsv } from '@/lib/ingest/corrections';
import { number } from '@/lib/measure/words';
import { poolSession } from '@/lib/session/pool-session';
import { useReading } from '@/lib/session/use-reading';
import { labelOf } from '@/lib/standard/fields';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';

const most = 20;

/** What a later file changed of earlier ones, answer by answer; each placement's change is in the download. */
export function ChangesMade({ sourceId }: { readonly sourceId: number }) {
  const reading = useReading(`changes ${sourceId}`, (database) => changesMadeBy(database, sourceId));
  // Until the present pool has answered, neither “nothing” nor an earlier order's changes are true.
  const changes = reading.stale ? undefined : reading.value;
  const failed = reading.stale ? undefined : reading.failure;
  const { count } = useShown();
  const [failure, setFailure] = useState('');

  async function save() {
    try {
      const written = await poolSession.query(correctionsCsv);
      const content = new Uint8Array(await written.arrayBuffer());
      saveFile({ name: 'sufficiency-corrections.csv', type: 'text/csv;charset=utf-8', content });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <details className="details">
      <summary>What changed</summary>
      {failed && <p role="alert">What changed could not be read: {failed} The download below asks again.</p>}
      {!changes && !failed && <p>Reading what changed…</p>}
      {changes?.length === 0 && <p>Nothing: where they overlap, the files say the same.</p>}
      <ul>
        {changes?.slice(0, most).map(({ field, from, to, rows }) => (
          <li key={`${field} ${from} ${to}`}>
            {labelOf(field)}: {from ?? 'not recorded'} became {to ?? 'not recorded'} in{' '}
            <CellText cell={count(rows)} kind="count" /> {rows === 1 ? 'row' : 'rows'}
          </li>
        ))}
      </ul>
      {changes && changes.length > most && (
        <p className="hint">And {number(changes.length - most)} more kinds of change.</p>
      )}
      <button type="button" className="plain-button" onClick={() => void save()}>
        Download every change, row by row (rows about children: do not share)
      </button>
      {failure && <p role="alert">{failure}</p>}
    </details>
  );
}
