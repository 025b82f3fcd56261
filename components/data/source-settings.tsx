'use client';
import { useId } from 'react';
import { setSourceSettings } from '@/lib/ingest/settings';
import type { SourceFacts } from '@/lib/measure/context';
import { readingWarnings } from '@/lib/measure/needs/source-signs';
import type { SourceRow } from '@/lib/pool/sources';
import { poolSession } from '@/lib/session/pool-session';
import { SourceForm } from './source-form';

interface Props {
  readonly source: SourceRow;
  readonly facts: SourceFacts | undefined;
}

/** Two customs that differ between authorities and no heading tells apart, with a hint where the answers look otherwise. */
export function SourceSettings({ source, facts }: Props) {
  const id = useId();
  const { sourceId, name } = source;
  const hints = facts ? readingWarnings([facts]) : [];
  return (
    <>
      <label className="visually-hidden" htmlFor={`${id}-education`}>
        Education column of {name}
      </label>
      <select
        id={`${id}-education`}
        className="govuk-select"
        value={source.educationPolarity}
        onChange={(event) => {
          const polarity = event.target.value === 'continued' ? 'continued' : 'disrupted';
          void poolSession.change('Reading education the other way', (database) =>
            setSourceSettings(database, sourceId, { educationPolarity: polarity }),
          );
        }}
      >
        <option value="disrupted">Yes means disrupted</option>
        <option value="continued">Yes means continued</option>
      </select>
      <span className="tick">
        <input
          id={`${id}-siblings`}
          type="checkbox"
          checked={source.siblingsIncludeChild}
          onChange={(event) => {
            const includes = event.target.checked;
            void poolSession.change('Counting siblings anew', (database) =>
              setSourceSettings(database, sourceId, { siblingsIncludeChild: includes }),
            );
          }}
        />
        <label htmlFor={`${id}-siblings`}>
          Siblings placed count the child itself<span className="visually-hidden"> in {name}</span>
        </label>
      </span>
      {hints.map((hint) => (
        <p key={hint} className="source-hint">
          <strong>Check:</strong> {hint}
        </p>
      ))}
      <SourceForm source={source} />
    </>
  );
}
