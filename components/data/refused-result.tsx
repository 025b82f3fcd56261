'use client';
import { useId, useState } from 'react';
import type { Arrival } from '@/lib/session/load';
import { confirmMapping } from '@/lib/session/mapping';
import { poolSession } from '@/lib/session/pool-session';
import { HeadingQuestion } from './heading-question';

type Refused = Extract<Arrival, { status: 'refused' }>;

/** A file that cannot be read: what is wrong, what to do, and that the pool is as it was. */
export function RefusedResult({ arrival }: { readonly arrival: Refused }) {
  const { name, message, advice, headings = [], proposals = [], file } = arrival;
  return (
    <div className="arrival" data-status="refused">
      <h3>
        {name}: <span className="arrival-status">not loaded</span>
      </h3>
      <p>
        <strong>{message}</strong> {advice} The pool is as it was.
      </p>
      {proposals.length > 0 && (
        <HeadingQuestion
          proposals={proposals}
          file={file}
          onAnswer={(answered) => void poolSession.addFiles([answered])}
        />
      )}
      {headings.length > 0 && !proposals.some(({ field }) => field === 'childId') && (
        <ChildColumn headings={headings} file={file} />
      )}
    </div>
  );
}

function ChildColumn({ headings, file }: { readonly headings: readonly string[]; readonly file: Refused['file'] }) {
  const [heading, setHeading] = useState('');
  const id = useId();
  function answer() {
    const mapping = { [heading]: 'childId' };
    confirmMapping(mapping);
    void poolSession.addFiles([{ ...file, mapping: { ...file.mapping, ...mapping } }]);
  }
  return (
    <div className="question">
      <label htmlFor={id}>Which column holds the child’s ID?</label>
      <select id={id} className="govuk-select" value={heading} onChange={(event) => setHeading(event.target.value)}>
        <option value="">Choose a column</option>
        {[...new Set(headings.filter((one) => one !== ''))].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <button type="button" className="govuk-button" disabled={heading === ''} onClick={answer}>
        Read it again
      </button>
    </div>
  );
}
