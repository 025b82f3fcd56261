/**
 * The engine may read only files we registered under `pool/`, load no extension and reach no host.
 * A failed extension autoload leaves DuckDB-WASM answering garbage, so it is off before anything else runs.
 */
export const fileFolder = 'pool/';

export const lockdown: readonly string[] = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  `SET allowed_directories = ['${fileFolder}']`,
  'SET enable_external_access = false',
  // Ingest relies on rows keeping the order of the file.
  'SET preserve_insertion_order = true',
  // Groupings of up to 2^16 packed codes are counted in an array, not a hash table.
  'SET perfect_ht_threshold = 16',
  'SET lock_configuration = true',
];

/** Numbers come back as JavaScript numbers: counts here stay far below 2^53. */
export const queryConfig = { castBigIntToDouble: true, castDecimalToDouble: true } as const;

/** Refuses a name outside the folder the engine may read, so that no user-chosen path reaches it. */
export function checkFileName(name: string): string {
  if (!/^pool\/[a-z0-9-]+\.(csv|json|txt|db)$/.test(name))
    throw new TypeError(`File name not allowed in the engine: ${name}`);
  return name;
}
