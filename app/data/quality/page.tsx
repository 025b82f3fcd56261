import type { Metadata } from 'next';
import { QualityScreen } from '@/components/data/quality-screen';

export const metadata: Metadata = { title: 'Quality of the returns – Sufficiency' };

export default function QualityPage() {
  return <QualityScreen />;
}
