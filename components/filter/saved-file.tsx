'use client';
import { saveFile } from '@/lib/export/save';
import { type ReadViews, readSavedViews, type SavedView, writeSavedViews } from '@/lib/view/saved';

interface Props {
  readonly saved: readonly SavedView[];
  readonly onRead: (result: ReadViews) => void;
}

const largestFile = 1_000_000;
const tooLarge: ReadViews = { kind: 'unreadable', message: 'This file is too large to be one of saved views.' };

/** Saved views out to a file and in from one. */
export function SavedFile({ saved, onRead }: Props) {
  async function read(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (file === undefined) return;
    onRead(file.size > largestFile ? tooLarge : readSavedViews(await file.text()));
    // The same file can then be chosen again.
    input.value = '';
  }
  return (
    <div className="saved-file">
      <button
        type="button"
        className="plain-button"
        disabled={saved.length === 0}
        onClick={() => saveFile({ name: 'saved-views.json', type: 'application/json', content: encode(saved) })}
      >
        Export as a file
      </button>
      <div className="filter-field">
        <label htmlFor="saved-import">Import from a file</label>
        <input
          id="saved-import"
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget)}
        />
      </div>
    </div>
  );
}

function encode(saved: readonly SavedView[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(writeSavedViews(saved));
}
