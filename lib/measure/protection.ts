/** Where measures meet disclosure control: the only place a Draft may go. */
import type { Cell, Draft, Exclusion, Table } from '@/lib/figure/figure';

export type Mode = 'working' | 'sharing';

export interface ProtectionSettings {
  /** Counts below it, but not zero, are hidden (default 5). */
  readonly threshold: number;
  /** Counts of sparse tables are rounded to it (default 5). */
  readonly base: number;
}

export interface Protected {
  readonly table: Table;
  readonly extra: Readonly<Record<string, Table>>;
  readonly n: Cell;
  readonly exclusions: readonly Exclusion[];
  readonly notes: readonly string[];
}

export type Protect = (draft: Draft, mode: Mode, settings: ProtectionSettings) => Protected;
