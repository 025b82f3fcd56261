/** The pool shipped with the site: a synthetic sample, or what a hub put in its place. */
import * as v from 'valibot';

const manifest = v.object({
  name: v.string(),
  synthetic: v.optional(v.boolean(), true),
  note: v.optional(v.string(), ''),
  files: v.array(v.union([v.string(), v.object({ name: v.string() })])),
});

export interface ShippedPool {
  readonly name: string;
  readonly synthetic: boolean;
  readonly note: string;
  readonly files: readonly string[];
}

/** What is shipped. Throws when the site was put up without its `data/` files. */
export async function shippedPool(): Promise<ShippedPool> {
  const response = await fetch('/data/manifest.json');
  if (!response.ok) throw new Error(`The site's own pool could not be read (${response.status})`);
  const found = v.parse(manifest, await response.json());
  return { ...found, files: found.files.map((file) => (typeof file === 'string' ? file : file.name)) };
}

export async function shippedFile(name: string): Promise<File> {
  const response = await fetch(`/data/${encodeURIComponent(name)}`);
  if (!response.ok) throw new Error(`${name} of the site's own pool could not be read (${response.status})`);
  return new File([await response.blob()], name);
}
