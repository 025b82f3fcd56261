'use client';
import { useEffect, useState } from 'react';
import type { FileProgress, Task } from '@/lib/session/snapshot';

const phases = { loading: 'taking in rows', checking: 'checking rows' } as const;

function words({ done, phase }: FileProgress): string {
  if (done >= 1) return 'read';
  if (done === 0) return 'waiting';
  return phase === 'reading' ? `${Math.round(done * 100)}%` : `${Math.round(done * 100)}%, ${phases[phase]}`;
}

/** Each file of a load: where it stands, for how long, and how to stop. */
export function LoadProgress({ task }: { readonly task: Task }) {
  const [now, setNow] = useState(task.startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - task.startedAt) / 1000));
  return (
    <div className="load-progress">
      <p>
        <span role="status">{task.label}…</span>{' '}
        <span className="quiet" aria-hidden="true">
          {seconds} s
        </span>
      </p>
      <ul>
        {task.files?.map((file, index) => (
          <li key={index}>
            <span className="load-name">{file.name}</span>
            <progress max={1} value={file.done} aria-label={file.name} />
            <span>{words(file)}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={task.cancel}>
        Cancel
      </button>
    </div>
  );
}
