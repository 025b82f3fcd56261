import type { Metadata } from 'next';
import { NeedsScreen } from '@/components/screen/needs-screen';

export const metadata: Metadata = { title: 'Needs – Sufficiency' };

export default function NeedsPage() {
  return <NeedsScreen />;
}
