/** Why placements are left out of a rate, counted from the shared outcome counts. */
import type { Counts } from '@/lib/measure/needs/level';

interface Reason {
  readonly label: string;
  readonly n: number;
}

export function notPlaced(counts: Counts): Reason {
  return { label: 'no placement recorded', n: (counts.total ?? 0) - (counts.placed ?? 0) };
}

export function notStated(counts: Counts): Reason {
  return { label: 'no preference recorded', n: (counts.placed ?? 0) - (counts.matchN ?? 0) };
}

export function severalPreferred(counts: Counts): Reason {
  return { label: 'several types preferred', n: (counts.matchN ?? 0) - (counts.strictN ?? 0) };
}

export function suitabilityNotSpecified(counts: Counts): Reason {
  return {
    label: 'suitability of the type secured not specified',
    n: (counts.placed ?? 0) - (counts.specified ?? 0),
  };
}
