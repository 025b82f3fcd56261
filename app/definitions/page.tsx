import type { Metadata } from 'next';
import { DefinitionList } from '@/components/definition/definition-list';

export const metadata: Metadata = { title: 'Definitions – Sufficiency' };

export default function DefinitionsPage() {
  return <DefinitionList />;
}
