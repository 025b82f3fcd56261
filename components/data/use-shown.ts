'use client';
import { poolSession } from '@/lib/session/pool-session';
import { useMode } from '@/lib/session/use-pool';
import { type Shower, shower } from './shown';

export function useShown(): Shower {
  return shower(useMode(), poolSession.protection());
}
