import type { Phase } from '@/lib/ingest/options';
import type { PoolFacts } from '@/lib/measure/context';
import type { SourceRow } from '@/lib/pool/sources';
import type { PoolDescription } from '@/lib/view/fingerprint';
import type { Arrival } from './load';

/** One of the files being read: where it stands. */
export interface FileProgress {
  readonly name: string;
  /** 0 while it waits, 1 when it is finished, in between the share of it done. */
  readonly done: number;
  /** What is being done to it. The engine tells no share of its own part: that it is at work is all there is to say. */
  readonly phase: Phase;
}

/** A load or another long piece of work: what, how far, and how to stop it. */
export interface Task {
  readonly label: string;
  /** 0–1, or null where the end is not known. */
  readonly done: number | null;
  readonly startedAt: number;
  /** The files of a load, in the order they are read. */
  readonly files?: readonly FileProgress[];
  readonly cancel: () => void;
}

/** Everything a screen may know of the pool. A new object at every change; `version` counts changes of data. */
export interface PoolSnapshot {
  readonly status: 'loading' | 'ready' | 'empty' | 'error';
  readonly version: number;
  readonly kind: 'sample' | 'own';
  /** It is the pool the site came with, which can be read again without the user's files. */
  readonly shipped: boolean;
  readonly name: string;
  readonly rows: number;
  readonly facts: PoolFacts | null;
  readonly description: PoolDescription | null;
  /** The pool's mark, for links. */
  readonly fingerprint: string | null;
  /** Columns beyond the standard, and the values they hold. */
  readonly bespoke: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly sources: readonly SourceRow[];
  /** What became of each file, latest first. */
  readonly arrivals: readonly Arrival[];
  readonly task: Task | null;
  /** What went wrong, in words that say what is safe and what to do. */
  readonly failure: string | null;
}

export const firstSnapshot: PoolSnapshot = {
  status: 'loading',
  version: 0,
  kind: 'sample',
  shipped: true,
  name: 'Synthetic sample',
  rows: 0,
  facts: null,
  description: null,
  fingerprint: null,
  bespoke: [],
  sources: [],
  arrivals: [],
  task: null,
  failure: null,
};
