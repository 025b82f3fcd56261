'use client';
import { useEffect, useState } from 'react';

interface Props {
  /** The whole address, asked for at the press. */
  readonly address: () => string;
}

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'refused'; readonly address: string };

const shownFor = 4_000;

/** Copies the link of this view and says so; where the browser refuses, shows the link to copy by hand. */
export function CopyLinkButton({ address }: Props) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  useEffect(() => {
    if (outcome.kind !== 'copied') return;
    const timer = setTimeout(() => setOutcome({ kind: 'none' }), shownFor);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    const text = address();
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ kind: 'copied' });
    } catch {
      setOutcome({ kind: 'refused', address: text });
    }
  }

  return (
    <span className="copy-link">
      <button type="button" className="govuk-button govuk-button--secondary copy-link-button" onClick={copy}>
        Copy link
      </button>
      <span role="status" className="copy-link-status">
        {outcome.kind === 'copied' && 'Link copied. It holds filters only, no data.'}
        {outcome.kind === 'refused' && 'The browser did not allow copying. Copy the link below.'}
      </span>
      {outcome.kind === 'refused' && (
        <label className="copy-link-manual">
          <span className="visually-hidden">Link to this view</span>
          <input
            className="filter-input"
            type="text"
            readOnly
            value={outcome.address}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </span>
  );
}
