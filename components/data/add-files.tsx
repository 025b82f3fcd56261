'use client';
import { type DragEvent, useState } from 'react';
import { poolSession } from '@/lib/session/pool-session';
import { useMapping } from '@/lib/session/use-mapping';
import { usePool } from '@/lib/session/use-pool';
import { LoadProgress } from './load-progress';

const accepted = '.csv,.txt,.tsv,.xlsx,.xlsm,.ods,.zip,.json,.jsonld';

/** Files in: by the file dialogue or dropped anywhere on this section. */
export function AddFiles() {
  const { kind, task } = usePool();
  const mapping = useMapping();
  const [over, setOver] = useState(false);

  function add(list: FileList | null) {
    const files = [...(list ?? [])];
    if (files.length > 0) void poolSession.addFiles(files.map((file) => ({ name: file.name, content: file, mapping })));
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way in; the input is the way for everyone
    <div
      className="add-files"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={onDrop}
    >
      <label className="add-files-label" htmlFor="add-files">
        Add files
      </label>
      <p id="add-files-hint" className="hint">
        Placement returns as CSV, Excel (.xlsx), OpenDocument (.ods), JSON-LD or a zip of these, or a pool saved here.
        Choose several at once, or drop them anywhere in this box. They are read on this computer and sent nowhere.
        {kind === 'sample' && ' The synthetic sample makes way for the first file that loads.'}
      </p>
      <input
        id="add-files"
        className="govuk-file-upload"
        type="file"
        multiple
        accept={accepted}
        aria-describedby="add-files-hint"
        onChange={(event) => {
          add(event.currentTarget.files);
          // The same file can then be chosen again, once it has been corrected.
          event.currentTarget.value = '';
        }}
      />
      {over && <p className="add-files-over">Drop the files to add them to the pool</p>}
      {task?.files && <LoadProgress task={task} />}
    </div>
  );
}
