'use client';
import { useId } from 'react';
import { type SourceSettings, setSourceSettings } from '@/lib/ingest/settings';
import { quarterName } from '@/lib/pool/quarter';
import type { SourceRow } from '@/lib/pool/sources';
import { poolSession } from '@/lib/session/pool-session';
import { templates } from '@/lib/standard/template';

/** `2025-04-01` is the first day of quarter 2025 × 4 + 1, as months since year 0 divided by 3. */
function quarterOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function firstDay(quarter: number): string {
  return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
}

/** Eight quarters before those the return is for, to eight after. */
function choices(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 17 }, (_, at) => from - 8 + at);
}

/** What a file is, where its reader knows better: its form, the quarters it is for, the day it was sent. */
export function SourceForm({ source }: { readonly source: SourceRow }) {
  const id = useId();
  const { sourceId, name, template, quarterFrom, quarterTo, sentOn } = source;
  const change = (settings: SourceSettings) =>
    void poolSession.change('Changing what a file is', (database) => setSourceSettings(database, sourceId, settings));
  const [from, to] = quarterFrom && quarterTo ? [quarterOf(quarterFrom), quarterOf(quarterTo)] : [null, null];
  const quarters = from === null || to === null || to - from > 80 ? [] : choices(from, to);
  const ends = [
    [
      'First quarter',
      from,
      (value: number) => change({ quarter: { from: firstDay(value), to: firstDay(Math.max(value, to ?? value)) } }),
    ],
    [
      'Last quarter',
      to,
      (value: number) => change({ quarter: { from: firstDay(Math.min(value, from ?? value)), to: firstDay(value) } }),
    ],
  ] as const;
  return (
    <details className="details source-form">
      <summary>
        Form, quarters and date<span className="visually-hidden"> of {name}</span>
      </summary>
      <label htmlFor={`${id}-template`}>Form it was made with</label>
      <select
        id={`${id}-template`}
        className="govuk-select"
        value={template ?? 'Not recognised'}
        onChange={({ target }) => {
          const chosen = templates.find((one) => one === target.value);
          if (chosen) change({ template: chosen });
        }}
      >
        {templates.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {quarters.length > 0 &&
        ends.map(([label, value, set]) => (
          <span key={label}>
            <label htmlFor={`${id}-${label}`}>{label} it is for</label>
            <select
              id={`${id}-${label}`}
              className="govuk-select"
              value={value ?? ''}
              onChange={({ target }) => set(Number(target.value))}
            >
              {quarters.map((quarter) => (
                <option key={quarter} value={quarter}>
                  {quarterName(quarter)}
                </option>
              ))}
            </select>
          </span>
        ))}
      <label htmlFor={`${id}-sent`}>Day it was sent</label>
      <input
        id={`${id}-sent`}
        type="date"
        className="govuk-input"
        defaultValue={sentOn ?? ''}
        onBlur={({ target }) => {
          if (target.value !== '' && target.value !== sentOn) change({ sentOn: target.value });
        }}
      />
      <p className="hint">Of two files with the same placement, the later one is used.</p>
    </details>
  );
}
