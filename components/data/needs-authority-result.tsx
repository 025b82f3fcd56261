'use client';
import { useId, useState } from 'react';
import { number } from '@/lib/measure/words';
import { authorityByCode } from '@/lib/place/authority';
import type { Arrival } from '@/lib/session/load';
import { poolSession } from '@/lib/session/pool-session';
import { AuthorityOptions } from './authority-options';
import { listed } from './words';

/** A file that does not say whose it is: asked, and read again with the answer. */
export function NeedsAuthorityResult({
  arrival,
}: {
  readonly arrival: Extract<Arrival, { status: 'needs authority' }>;
}) {
  const { name, rowsIn, notKnown, candidates, file } = arrival;
  const [code, setCode] = useState('');
  const id = useId();
  const option = (value: string) => (
    <option key={value} value={value}>
      {authorityByCode(value)?.name ?? value}
    </option>
  );
  return (
    <div className="arrival" data-status="question">
      <h3>
        {name}: <span className="arrival-status">needs an answer</span>
      </h3>
      <p>
        Nothing in it says whose {rowsIn === 1 ? 'its one row is' : `its ${number(rowsIn)} rows are`}
        {notKnown.length > 0 && ` (its column says ${listed(notKnown.slice(0, 3).map((text) => `“${text}”`))})`}.
        Nothing of it is loaded yet.
      </p>
      <div className="question">
        <label htmlFor={id}>Whose placements are these?</label>
        <select id={id} className="govuk-select" value={code} onChange={(event) => setCode(event.target.value)}>
          <option value="">Choose an authority</option>
          {candidates.length > 0 && <optgroup label="Suggested by the file’s name">{candidates.map(option)}</optgroup>}
          <optgroup label="Every English authority">
            <AuthorityOptions />
          </optgroup>
        </select>
        <button
          type="button"
          className="govuk-button"
          disabled={code === ''}
          onClick={() => void poolSession.addFiles([{ ...file, authority: code }])}
        >
          Add these placements
        </button>
      </div>
    </div>
  );
}
