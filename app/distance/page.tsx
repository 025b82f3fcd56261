import type { Metadata } from 'next';
import { DistanceScreen } from '@/components/screen/distance-screen';

export const metadata: Metadata = { title: 'Distance – Sufficiency' };

export default function DistancePage() {
  return <DistanceScreen />;
}
