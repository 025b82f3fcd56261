import type { Metadata } from 'next';
import { PackScreen } from '@/components/pack/pack-screen';

export const metadata: Metadata = { title: 'Review pack – Sufficiency' };

export default function PackPage() {
  return <PackScreen />;
}
