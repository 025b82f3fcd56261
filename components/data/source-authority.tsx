'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { setSourceSettings } from '@/lib/ingest/settings';
import { authorityByCode } from '@/lib/place/authority';
import type { SourceRow } from '@/lib/pool/sources';
import { poolSession } from '@/lib/session/pool-session';
import { AuthorityOptions } from './authority-options';

/** Whose a file's placements are, and a way to say otherwise. A file whose rows say it themselves is not changed here. */
export function SourceAuthority({ source: { sourceId, name, code, authorityFrom } }: { readonly source: SourceRow }) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (asking) select.current?.focus();
  }, [asking]);
  if (code === null) return <>Several, row by row</>;
  const own = authorityByCode(code)?.name ?? code;
  if (authorityFrom === 'column') return <>{own}</>;
  if (!asking) {
    return (
      <>
        {own}{' '}
        <button type="button" className="plain-button" onClick={() => setAsking(true)}>
          Change<span className="visually-hidden"> the authority of {name}</span>
        </button>
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Escape from the controls inside it
    <span onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}>
      <label className="visually-hidden" htmlFor={id}>
        Authority of {name}
      </label>
      <select
        ref={select}
        id={id}
        className="govuk-select"
        value={code}
        onChange={({ target: { value } }) => {
          setAsking(false);
          void poolSession.change('Changing whose placements these are', (database) =>
            setSourceSettings(database, sourceId, { authority: value }),
          );
        }}
      >
        <AuthorityOptions />
      </select>
      <button type="button" className="plain-button" onClick={() => setAsking(false)}>
        Leave it
      </button>
    </span>
  );
}
