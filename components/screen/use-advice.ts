'use client';
import { useEffect, useState } from 'react';
import { chipsOf } from '@/lib/view/chips';
import type { View } from '@/lib/view/view';

export interface Advice {
  readonly text: string;
  readonly label: string;
  readonly patch: Partial<View> | null;
}

export function useAdvice(view: View, needed: boolean): Advice {
  const [advice] = useState<Advice>({ text: 'No placements match these filters.', label: '', patch: null });
  useEffect(() => undefined, [needed]);
  const [chip] = chipsOf(view);
  return chip ? { ...advice, label: `Remove “${chip.label}”`, patch: chip.patch } : advice;
}
