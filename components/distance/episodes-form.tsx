'use client';
import { useState, useSyncExternalStore } from 'react';
import { defaultWindow } from '@/lib/place/ssda903-link';
import { linkedReturns, linkReturn, type ReturnLinked } from '@/lib/session/ssda903';
import { usePool } from '@/lib/session/use-pool';
import { LinkReportText } from './link-report';

const none: readonly ReturnLinked[] = [];

/** An authority's SSDA903 return gives its placements a distance. Only the distance, the district and the reason are kept. */
export function EpisodesForm() {
  const { facts, status } = usePool();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [authority, setAuthority] = useState('');
  const [days, setDays] = useState(defaultWindow);
  const results = useSyncExternalStore(linkedReturns.subscribe, linkedReturns.snapshot, () => none);
  const [busy, setBusy] = useState(false);
  const authorities = facts?.authorities ?? [];
  const chosen = authority || (authorities.length === 1 ? (authorities[0]?.code ?? '') : '');
  function link(): void {
    setBusy(true);
    void linkReturn(chosen, files, days).finally(() => setBusy(false));
  }
  return (
    <section className="prose episodes" aria-labelledby="episodes-title">
      <h2 id="episodes-title">Link an SSDA903 return</h2>
      <p>
        If the returns hold no home location, add the authority’s <code>episodes.csv</code> and, for children seeking
        asylum alone, its <code>header.csv</code>. They are read in this browser. The placements get distances,
        districts and reasons; of the return itself only children’s IDs, dates and postcodes stay in the memory of this
        page, to be joined again when placements are read, until it is closed.
      </p>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="episodes-authority">
          Whose return is it?
        </label>
        <select
          id="episodes-authority"
          className="govuk-select"
          value={chosen}
          onChange={(event) => setAuthority(event.target.value)}
        >
          <option value="">Choose an authority</option>
          {authorities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="episodes-files">
          SSDA903 files (episodes.csv, header.csv)
        </label>
        <input
          id="episodes-files"
          className="govuk-file-upload"
          type="file"
          multiple
          accept=".csv,.txt,.xlsx"
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="episodes-days">
          Join an episode that starts within this many days of the placement date
        </label>
        <input
          id="episodes-days"
          className="govuk-input govuk-input--width-3"
          type="number"
          min={0}
          max={120}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        />
      </div>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        disabled={chosen === '' || files.length === 0 || status !== 'ready' || busy}
        onClick={link}
      >
        Link the return
      </button>
      <div aria-live="polite">
        {results.map((result) => (
          <LinkReportText
            key={result.kind === 'linked' ? result.report.authority : result.name}
            result={result}
            authorities={authorities}
          />
        ))}
      </div>
    </section>
  );
}
