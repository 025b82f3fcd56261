'use client';
import { useId, useState } from 'react';
import type { Proposal } from '@/lib/ingest/file/failure';
import { confirmMapping } from '@/lib/session/mapping';
import type { LoadedFile } from '@/lib/session/together';
import { isFieldName, labelOf } from '@/lib/standard/fields';

interface Props {
  readonly proposals: readonly Proposal[];
  readonly file: LoadedFile;
  readonly onAnswer: (file: LoadedFile) => void;
}

/** Headings close to the standard's: nothing is mapped until the reader ticks it, and each is asked about once. */
export function HeadingQuestion({ proposals, file, onAnswer }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const id = useId();

  function toggle(heading: string) {
    const next = new Set(ticked);
    if (!next.delete(heading)) next.add(heading);
    setTicked(next);
  }

  function confirm() {
    const said = Object.fromEntries(
      proposals.map(({ heading, field }) => [heading, ticked.has(heading) ? field : null]),
    );
    confirmMapping(said);
    onAnswer({ ...file, mapping: { ...file.mapping, ...said } });
  }

  return (
    <fieldset className="heading-question">
      <legend>
        {proposals.length === 1 ? 'One heading is' : `${proposals.length} headings are`} close to the standard’s. Tick
        what is meant; the others stay columns of their own.
      </legend>
      {proposals.map(({ heading, field }, index) => (
        <div key={heading} className="tick">
          <input id={`${id}-${index}`} type="checkbox" checked={ticked.has(heading)} onChange={() => toggle(heading)} />
          <label htmlFor={`${id}-${index}`}>
            “{heading}” means {isFieldName(field) ? labelOf(field) : field}
          </label>
        </div>
      ))}
      <button
        type="button"
        className={ticked.size === 0 ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
        onClick={confirm}
      >
        {ticked.size === 0 ? 'None of these' : 'Read the file again with these'}
      </button>
    </fieldset>
  );
}
