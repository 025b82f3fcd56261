import type { Metadata } from 'next';
import { LikeForLikeScreen } from '@/components/screen/cost-screens';

export const metadata: Metadata = { title: 'Like for like – Sufficiency' };

export default function LikeForLikePage() {
  return <LikeForLikeScreen />;
}
