'use client';
import { type FormEvent, useState } from 'react';
import { viewTitle } from '@/lib/view/describe';
import { mergeSaved, type ReadViews, removeSaved, type SavedView, saveView } from '@/lib/view/saved';
import type { View } from '@/lib/view/view';
import { SavedFile } from './saved-file';

interface Props {
  readonly view: View;
  readonly saved: readonly SavedView[];
  readonly onChange: (saved: readonly SavedView[]) => void;
  /** Shows a saved view; its query is ours, never a stranger's text. */
  readonly onOpen: (query: string) => void;
}

/** Named views: open, save, remove, and carry to another computer as a file. */
export function SavedViews({ view, saved, onChange, onOpen }: Props) {
  const [message, setMessage] = useState('');

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = String(new FormData(form).get('name') ?? '').trim();
    const name = typed === '' ? viewTitle(view) : typed;
    onChange(saveView(saved, name, view));
    setMessage(`Saved as “${name}”.`);
    form.reset();
  }

  function imported(result: ReadViews) {
    if (result.kind === 'read') onChange(mergeSaved(saved, result.views));
    setMessage(result.kind === 'read' ? `${result.views.length} views read from the file.` : result.message);
  }

  return (
    <div className="saved-views">
      {saved.length === 0 ? (
        <p className="filter-hint">No views saved on this computer yet.</p>
      ) : (
        <ul className="saved-list" aria-label="Saved views">
          {saved.map(({ name, query }) => (
            <li key={name}>
              <button type="button" className="plain-button saved-open" onClick={() => onOpen(query)}>
                {name}
              </button>
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  onChange(removeSaved(saved, name));
                  setMessage(`“${name}” removed.`);
                }}
              >
                Remove<span className="visually-hidden"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="saved-form" onSubmit={save}>
        <div className="filter-field">
          <label htmlFor="saved-name">Save this view as</label>
          <input
            id="saved-name"
            name="name"
            className="filter-input"
            type="text"
            maxLength={80}
            autoComplete="off"
            placeholder={viewTitle(view).slice(0, 80)}
          />
        </div>
        <button type="submit" className="govuk-button govuk-button--secondary">
          Save
        </button>
      </form>
      <SavedFile saved={saved} onRead={imported} />
      <p role="status" className="filter-hint">
        {message}
      </p>
    </div>
  );
}
