import type { Metadata } from 'next';
import { DriversScreen } from '@/components/screen/cost-screens';

export const metadata: Metadata = { title: 'What drove the change – Sufficiency' };

export default function DriversPage() {
  return <DriversScreen />;
}
