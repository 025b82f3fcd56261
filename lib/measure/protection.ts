/** Where measures meet disclosure control: the only place a Draft may go. */
import type { ProtectedDraft } from '@/lib/disclosure/protect';
import type { Limits } from '@/lib/disclosure/settings';
import type { Draft } from '@/lib/figure/figure';

export type Mode = 'working' | 'sharing';

export type ProtectionSettings = Limits;

export type Protect = (draft: Draft, mode: Mode, settings: ProtectionSettings) => ProtectedDraft;
