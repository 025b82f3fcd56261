'use client';
import { useState } from 'react';
import { percent } from '@/lib/figure/format';
import { anchorChoices } from '@/lib/measure/distance/anchor';
import { publishedShares } from '@/lib/place/published';
import { SelectField } from '../filter/select-field';

interface Props {
  /** The group drawn as a line, null for none. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** National figures to hold a pool's own against, each with its day and source; never mixed with them. */
export function PublishedShares({ chosen, onChoose }: Props) {
  // A link that asks for a line shows what it is; then it is the reader's to close.
  const [open, setOpen] = useState(chosen !== null);
  return (
    <details className="details published" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Published figures to compare with</summary>
      <SelectField
        id="published-line"
        label="Draw as a line on the figures below"
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
        {publishedShares.map(({ id, share, text, group, note, date, source }) => (
          <li key={id}>
            <strong>{percent(share)}</strong> {text} ({group}, {date}
            {note && `; ${note}`}). Source: {source}.
          </li>
        ))}
      </ul>
      <p>
        Those of a day count all children looked after then. The figures below count placements newly agreed, as the
        published ones of new placements do, so those are the likest.
      </p>
    </details>
  );
}
