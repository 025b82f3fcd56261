import type { Database } from '@/lib/database/database';
import type { PoolFacts } from '@/lib/measure/context';
import { readFacts } from '@/lib/measure/facts';
import { type PoolDescription, poolMark } from '@/lib/view/fingerprint';
import { readBespoke } from './bespoke';
import { readSources, type SourceRow } from './sources';

export interface PoolState {
  readonly facts: PoolFacts;
  readonly sources: readonly SourceRow[];
  readonly rows: number;
  readonly description: PoolDescription;
  /** The pool's mark, for links. */
  readonly fingerprint: string;
  readonly bespoke: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Everything screens need to know of a pool before they ask it anything. */
export async function readPool(database: Database, name: string): Promise<PoolState> {
  const facts = await readFacts(database);
  const sources = await readSources(database);
  const description: PoolDescription = {
    name: facts.regions.length === 1 ? (facts.regions[0]?.name ?? name) : name,
    sources: sources.map((source) => ({ name: source.name, authority: source.code, rows: source.loaded })),
    authorities: facts.authorities.map(({ code }) => code),
    months: facts.months.referral ?? facts.months.placement,
  };
  return {
    facts,
    sources,
    rows: facts.rows,
    description,
    fingerprint: poolMark(description),
    bespoke: await readBespoke(database),
  };
}
