import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { FirstNumbers } from '@/components/overview/first-numbers';
import { OverviewScreen } from '@/components/overview/overview-screen';
import type { PoolFacts } from '@/lib/measure/context';
import { stripFigures } from '@/lib/measure/figures';
import type { Prepared } from '@/lib/session/use-figures';

export const metadata: Metadata = { title: 'Overview – Sufficiency' };

/** Worked out before the build by the same code; without it the page only waits for the engine. */
async function prepared(): Promise<(Prepared & { facts: PoolFacts }) | undefined> {
  try {
    return JSON.parse(await readFile(path.join(process.cwd(), '.generated', 'overview.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

export default async function OverviewPage() {
  const found = await prepared();
  const first = found && <FirstNumbers figures={found.figures} ids={stripFigures.map(({ id }) => id)} />;
  return (
    <Suspense fallback={first}>
      <OverviewScreen prepared={found} />
    </Suspense>
  );
}
