/** The shipped sample as a pool in the engine, for tests of protection over real figures. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '@/lib/database/database';
import { openNodeDatabase } from '@/lib/database/node';
import type { PoolFacts } from '@/lib/measure/context';
import { readFacts } from '@/lib/measure/facts';
import type { Measure } from '@/lib/measure/measure';
import type { Protect } from '@/lib/measure/protection';
import { type FigureState, runPage } from '@/lib/measure/run';
import { makePool } from '@/lib/pool/change';
import { loadFiles } from '@/lib/session/load';
import type { View } from '@/lib/view/view';

const folder = fileURLToPath(new URL('../../../data/sample/', import.meta.url));

export interface SamplePool {
  readonly database: Database;
  readonly facts: PoolFacts;
}

export async function samplePool(): Promise<SamplePool> {
  const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as {
    readonly files: readonly { readonly name: string; readonly laCode?: string }[];
  };
  const database = await openNodeDatabase();
  await makePool(database);
  await loadFiles(
    database,
    files.map(({ name, laCode }) => ({
      name,
      authority: laCode,
      content: new Blob([new Uint8Array(readFileSync(folder + name))]),
    })),
  );
  return { database, facts: await readFacts(database) };
}

export const limits = { threshold: 5, base: 5 };

/** A page's figures through a door of the test's own. */
export async function figuresOf(
  { database, facts }: SamplePool,
  measures: readonly Measure[],
  view: View,
  protect: Protect,
): Promise<Readonly<Record<string, FigureState>>> {
  const options = { mode: 'sharing', settings: limits, protect } as const;
  return (await runPage(database, measures, { view, pool: facts }, options)).figures;
}

export function codeOf({ facts }: SamplePool, name: string): string {
  const found = facts.authorities.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the sample`);
  return found.code;
}
