import type { Metadata } from 'next';
import { CostScreen } from '@/components/screen/cost-screens';

export const metadata: Metadata = { title: 'Cost – Sufficiency' };

export default function CostPage() {
  return <CostScreen />;
}
