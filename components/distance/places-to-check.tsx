'use client';
import { useState } from 'react';
import { placeListFile } from '@/lib/export/place-list';
import { saveFile } from '@/lib/export/save';
import type { Column } from '@/lib/figure/figure';
import { number } from '@/lib/measure/words';
import { listPlaces, type PlaceList } from '@/lib/place/place-list';
import { poolSession } from '@/lib/session/pool-session';
import { useMode, usePool } from '@/lib/session/use-pool';
import { FigureTable } from '../table/figure-table';

const columns: readonly Column[] = [
  { name: 'file', label: 'File', kind: 'text' },
  { name: 'row', label: 'Row', kind: 'number' },
  { name: 'field', label: 'Field', kind: 'text' },
  { name: 'value', label: 'What stands there', kind: 'text' },
  { name: 'reason', label: 'Why it is here', kind: 'text' },
  { name: 'advice', label: 'What to do', kind: 'text' },
];

interface Held {
  readonly version: number;
  readonly list: PlaceList | null;
}

function Listed({ list }: { readonly list: PlaceList }) {
  if (list.total === 0) return <p>Every home and placement that was recorded could be used as written.</p>;
  return (
    <>
      <p role="status">
        {number(list.total)} {list.total === 1 ? 'cell' : 'cells'} in all
        {list.rows.length < list.total ? `; the first ${number(list.rows.length)} are listed` : ''}.{' '}
        <button type="button" className="plain-button" onClick={() => saveFile(placeListFile(list))}>
          Download the list (CSV, internal)
        </button>
      </p>
      <FigureTable table={{ columns, rows: list.rows.map((row) => ({ ...row })) }} caption="Places to check" />
    </>
  );
}

/** Cells whose place gives no distance, or a doubtful one. Each is one child’s, so for the working view alone. */
export function PlacesToCheck() {
  const { version, status } = usePool();
  const working = useMode() === 'working';
  const [held, setHeld] = useState<Held>({ version: -1, list: null });
  const [failed, setFailed] = useState(false);
  const open = working && held.version === version;

  function read(): void {
    if (!working) return;
    if (open) {
      setHeld({ version: -1, list: null });
      return;
    }
    setFailed(false);
    poolSession
      .query(listPlaces)
      .then((list) => setHeld({ version, list }))
      .catch(() => setFailed(true));
  }

  return (
    <section className="places-to-check" aria-labelledby="places-title">
      <h2 id="places-title" className="section-title">
        Places to check
      </h2>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-expanded={open}
        aria-disabled={!working || status !== 'ready'}
        aria-describedby="places-why"
        onClick={read}
      >
        {open ? 'Hide the places' : 'List the places'}
      </button>
      <p id="places-why" className="grid-note">
        {working
          ? 'Postcodes that are not in use, cannot be read or can be read in two ways, and distances above 500 miles. Each belongs to one child: do not share the list.'
          : 'A place in a row is one child’s, so the list is not part of the sharing view. Switch on the working view to see it on your own screen.'}
      </p>
      {failed && <p role="alert">The list could not be read. Your data is still loaded; try again.</p>}
      {open && held.list && <Listed list={held.list} />}
    </section>
  );
}
