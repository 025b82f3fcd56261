'use client';
import { useState } from 'react';
import { saveFile } from '@/lib/export/save';
import { readMapping, writeMapping } from '@/lib/pool/mapping-file';
import { confirmMapping, forgetMapping } from '@/lib/session/mapping';
import { useMapping } from '@/lib/session/use-mapping';

const largest = 1_000_000;

/** The meanings of headings out to a file and in from one, so that next quarter nobody is asked again. */
export function MappingFile() {
  const mapping = useMapping();
  const [message, setMessage] = useState('');
  const said = Object.keys(mapping).length;

  async function read(file: File | undefined) {
    if (file === undefined) return;
    if (file.size > largest) return setMessage('This file is too large to be one of saved headings.');
    const result = readMapping(await file.text());
    if (result.kind === 'unreadable') return setMessage(result.message);
    confirmMapping(result.mapping);
    const ignored =
      result.ignored.length > 0 ? ` Not used, for their fields are not known: ${result.ignored.join(', ')}.` : '';
    setMessage(`${Object.keys(result.mapping).length} headings read.${ignored}`);
  }

  return (
    <details className="details mapping-file">
      <summary>Meanings of headings{said > 0 && ` (${said} in use)`}</summary>
      <p className="hint">
        What you say about headings holds for every file added after, in this tab. Save it to use it again next quarter;
        it holds headings alone.
      </p>
      {said > 0 && (
        <ul>
          {Object.entries(mapping).map(([heading, field]) => (
            <li key={heading}>
              “{heading}” {field === null ? 'stays a column of its own' : `means ${field}`}
            </li>
          ))}
        </ul>
      )}
      <div className="button-row">
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={said === 0}
          onClick={() =>
            saveFile({
              name: 'sufficiency-headings.json',
              type: 'application/json',
              content: new TextEncoder().encode(writeMapping(mapping)),
            })
          }
        >
          Save these meanings
        </button>
        <button type="button" className="plain-button" disabled={said === 0} onClick={forgetMapping}>
          Forget them
        </button>
      </div>
      <label htmlFor="mapping-file">Open saved meanings</label>
      <input
        id="mapping-file"
        className="govuk-file-upload"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <p role="status">{message}</p>
    </details>
  );
}
