import type { Metadata } from 'next';
import { OverviewScreen } from '@/components/overview/overview-screen';

export const metadata: Metadata = { title: 'Overview – Sufficiency' };

export default function OverviewPage() {
  return <OverviewScreen />;
}
