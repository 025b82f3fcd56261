import { number } from '@/lib/measure/words';
import type { Arrival } from '@/lib/session/load';

/** A saved pool that joined this one. */
export function OpenedResult({ arrival }: { readonly arrival: Extract<Arrival, { status: 'opened' }> }) {
  const { name, sourceIds, rows, synthetic } = arrival;
  return (
    <div className="arrival" data-status="loaded">
      <h3>
        {name}: <span className="arrival-status">opened</span>
      </h3>
      <p>
        A saved pool of {number(sourceIds.length)} {sourceIds.length === 1 ? 'file' : 'files'} and {number(rows)}{' '}
        {rows === 1 ? 'placement' : 'placements'}, with its settings.
        {synthetic && ' Its placements are invented.'}
      </p>
    </div>
  );
}
