import type { Metadata } from 'next';
import { DataScreen } from '@/components/data/data-screen';

export const metadata: Metadata = { title: 'Data – Sufficiency' };

export default function DataPage() {
  return <DataScreen />;
}
