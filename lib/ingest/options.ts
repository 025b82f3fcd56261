import type { Mapping } from './file/layout';

export type Phase = 'reading' | 'loading' | 'checking';

export interface AddOptions {
  /** GSS code the user chose for rows that do not say whose they are. */
  readonly authority?: string | undefined;
  /** Heading → field the user confirmed it means; null = keep it as a bespoke column. */
  readonly mapping?: Mapping | undefined;
  readonly signal?: AbortSignal | undefined;
  /** `share` of the phase done, 0 to 1. */
  readonly onProgress?: ((phase: Phase, share: number) => void) | undefined;
}
