'use client';
import { useState } from 'react';
import { percent } from '@/lib/figure/format';
import { anchorChoices } from '@/lib/measure/distance/anchor';
import { type PublishedShare, publishedShares } from '@/lib/place/published';
import { SelectField } from '../filter/select-field';

interface Props {
  /** The group drawn as a line, null for none. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

const keyOf = ({ group, date, source }: PublishedShare) => [group, date, source].join('\t');

/** Shares of one group on one day from one table, in the order they are published. */
const groups = [...new Set(publishedShares.map(keyOf))].flatMap((key) => {
  const shares = publishedShares.filter((share) => keyOf(share) === key);
  const [of] = shares;
  return of ? [{ key, of, shares }] : [];
});

/** National figures to hold a pool's own against, each with its day and source; never mixed with them. */
export function PublishedShares({ chosen, onChoose }: Props) {
  // A link that asks for a line shows what it is; then it is the reader's to close.
  const [open, setOpen] = useState(chosen !== null);
  return (
    <details className="details published" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Published figures to compare with</summary>
      <SelectField
        id="published-line"
        label="Set beside the figures below"
        value={chosen ?? ''}
        onChange={(id) => onChoose(id === '' ? null : id)}
      >
        <option value="">None</option>
        {anchorChoices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <ul>
        {groups.map(({ key, of, shares }) => (
          <li key={key}>
            {of.group}, {of.date}
            {of.note && ` (${of.note})`}:{' '}
            {shares.map(({ id, share, text }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <strong>{percent(share)}</strong> {text}
              </span>
            ))}
            . Source: {of.source}.
          </li>
        ))}
      </ul>
      <p>
        The figures below count placements newly agreed, as the published ones of new placements do. Those of a day
        count all children looked after then.
      </p>
    </details>
  );
}
