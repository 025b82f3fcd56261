'use client';
import { useState } from 'react';
import { saveFile } from '@/lib/export/save';
import { type HeadingOf, readFeedback } from '@/lib/quality/feedback';
import type { Arrival } from '@/lib/session/load';
import { poolSession } from '@/lib/session/pool-session';
import { usePool } from '@/lib/session/use-pool';

/** Headings as the files of this sitting spell them. */
function headingsOf(arrivals: readonly Arrival[]): HeadingOf {
  return (sourceId, field) => {
    const file = arrivals.find((one) => one.status === 'loaded' && one.sourceId === sourceId);
    if (file?.status !== 'loaded') return undefined;
    const index = file.mapping.findIndex((column) => column.field === field);
    const heading = file.mapping[index]?.heading;
    return heading === undefined ? undefined : { heading, index };
  };
}

/** A spreadsheet for each authority, listing its own cells to look at and nobody else's. */
export function FeedbackPacks() {
  const { facts, arrivals, status } = usePool();
  const [said, setSaid] = useState('');

  async function write(code: string, name: string) {
    setSaid(`Writing the feedback for ${name}…`);
    try {
      const { feedbackFile } = await import('@/lib/export/feedback');
      const written = new Date().toISOString().slice(0, 10);
      const request = await poolSession.query((database) =>
        readFeedback(database, { authority: { code, name }, headingOf: headingsOf(arrivals), written }),
      );
      saveFile(await feedbackFile(request));
      setSaid(`Feedback for ${name} saved: ${request.problems.length} entries.`);
    } catch (error) {
      setSaid(`Feedback for ${name} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <>
      <p className="hint">
        An Excel workbook that lists the cells to correct: file, row, child, column, value, what is expected and how
        grave it is. It quotes the authority’s own return, exactly: send it to that authority alone. Rows set aside
        because nobody knows whose they are go into no pack; they are in the download of problems on the Data page.
      </p>
      <ul className="packs">
        {facts?.authorities.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              disabled={status === 'loading'}
              onClick={() => void write(code, name)}
            >
              Feedback for {name}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </>
  );
}
