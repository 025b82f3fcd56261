'use client';
import { useEffect, useState } from 'react';
import type { Task } from '@/lib/session/snapshot';

/** Short work shows nothing; longer work says what, how far and for how long, and can be stopped. */
export function TaskProgress({ task }: { readonly task: Task }) {
  const [now, setNow] = useState(task.startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - task.startedAt) / 1000));
  if (now - task.startedAt < 400) return null;
  return (
    <div className="progress">
      <p className="visually-hidden" role="status">
        {task.label}… {task.done !== null && `${Math.floor(task.done * 4) * 25}%`}
      </p>
      <p aria-hidden="true">
        {task.label}… {task.done !== null && `${Math.round(task.done * 100)}%`}{' '}
        <span className="quiet">{seconds} s</span>
      </p>
      <progress max={1} value={task.done ?? undefined} aria-label={task.label} />
      <button type="button" className="plain-button" onClick={task.cancel}>
        Cancel
      </button>
    </div>
  );
}
