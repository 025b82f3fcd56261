import type { PoolState } from '@/lib/pool/state';

/** The pool shipped with the site: a synthetic sample, or what a hub put in its place. */
export interface Shipped {
  readonly name: string;
  readonly synthetic: boolean;
  /** What screens know of the pool, read from it when the site was built. */
  readonly state: PoolState;
  /** The pool as the engine's own file. */
  readonly store: Uint8Array;
}

async function fetched(name: string): Promise<Response> {
  const response = await fetch(`/data/${name}`);
  if (response.ok) return response;
  throw new Error(`The site’s own pool could not be read (${response.status}). Open your own returns instead.`);
}

export async function shippedPool(): Promise<Shipped> {
  const [about, packed] = await Promise.all([fetched('pool.json'), fetched('pool.store')]);
  const unpacked = new Response(packed.body?.pipeThrough(new DecompressionStream('gzip')));
  return { ...(await about.json()), store: new Uint8Array(await unpacked.arrayBuffer()) };
}
