'use client';
import { setMode } from '@/lib/session/mode';
import { useMode } from '@/lib/session/use-pool';

/** Exact figures are opened deliberately, by this control alone. */
export function WorkingSwitch() {
  const mode = useMode();
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={mode === 'working'}
        onChange={(event) => setMode(event.target.checked ? 'working' : 'sharing')}
      />
      Working view
    </label>
  );
}

/** Stays on screen and in print for as long as exact figures do. */
export function WorkingBanner() {
  const mode = useMode();
  // The place stays: what comes into a place that listens is read out.
  return (
    <div role="status">
      {mode === 'working' && (
        <div className="working-banner">
          <div className="page">
            <strong>Working view.</strong> Contains small numbers: do not share. Switch it off before you present, print
            or export.
          </div>
        </div>
      )}
    </div>
  );
}
