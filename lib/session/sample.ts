/** The pool shipped with the site: a synthetic sample, or what a hub put in its place. */
export async function shippedPool(): Promise<Uint8Array> {
  const response = await fetch('/data/pool.zip');
  if (!response.ok)
    throw new Error(`The site’s own pool could not be read (${response.status}). Open your own returns instead.`);
  return new Uint8Array(await response.arrayBuffer());
}
