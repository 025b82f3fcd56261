'use client';
import { useState } from 'react';
import { orderSources } from '@/lib/ingest/settings';
import { moved, readOverlaps } from '@/lib/pool/overlap';
import { poolSession } from '@/lib/session/pool-session';
import { useReading } from '@/lib/session/use-reading';
import { OverlapOrder } from './overlap-order';

/** Files that hold the same placements: which of them is used, and how to say otherwise. */
export function OverlappingFiles() {
  const { value: groups = [], stale } = useReading('overlaps', readOverlaps);
  const [said, setSaid] = useState('');

  async function move(ids: readonly number[], index: number, by: -1 | 1) {
    const order = moved(ids, index, by);
    const files = groups.flatMap((group) => group.files);
    const nameOf = (id: number | undefined) => files.find(({ sourceId }) => sourceId === id)?.name ?? '';
    const [own, other] = [nameOf(ids[index]), nameOf(ids[index + by])];
    if (order === null) {
      setSaid(`${own} is already the ${by < 0 ? 'earliest' : 'latest'}.`);
      return;
    }
    setSaid('Changing the order…');
    await poolSession.change('Changing which file is later', (database) => orderSources(database, order));
    const [earlier, later] = by < 0 ? [own, other] : [other, own];
    setSaid(
      `${later} now counts as later than ${earlier}: of a placement in both, ${later} is used. The list of what changed is updated.`,
    );
  }

  return (
    <div className="overlaps">
      {groups.length > 0 && (
        <>
          <h2 className="section-title" id="overlapping-files">
            Files that overlap
          </h2>
          <p className="hint">
            These files hold the same placements: the same authority, child ID and referral date (placement date where
            the referral date is missing). Each placement is counted once, as the latest file gives it. Files are in
            order by the date in their name, else as they were added; move one where that is wrong.
          </p>
          <div data-stale={stale}>
            {groups.map((group) => (
              <OverlapOrder
                key={group.files
                  .map(({ sourceId }) => sourceId)
                  .sort()
                  .join(' ')}
                group={group}
                onMove={(index, by) =>
                  void move(
                    group.files.map(({ sourceId }) => sourceId),
                    index,
                    by,
                  )
                }
              />
            ))}
          </div>
        </>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
