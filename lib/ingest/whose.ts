/** Whose placements a file holds: from each row's own text, else from the choice made, else from the file's name. */
import type { Database } from '@/lib/database/database';
import { authorityByCode, findAuthority, findAuthorityInFileName } from '@/lib/place/authority';
import { quote } from '@/lib/standard/sql';
import { query } from './statement';

export interface Ownership {
  /** For rows that do not say, or say something nobody knows; null where there is no answer. */
  readonly fallback: string | null;
  readonly fallbackFrom: 'chosen' | 'file name' | null;
  readonly notKnown: readonly string[];
  readonly candidates: readonly string[];
  /** True where at least one row says whose it is. */
  readonly saidByRows: boolean;
}

/** What a file is called, and the authority the user chose for it. */
export interface Named {
  readonly name: string;
  readonly authority?: string | undefined;
}

/**
 * Reads the authorities of `staged`, whose `fileId` is a place in `files`, and fills `authority_said (text, code)`. A file
 * name answers for silent rows only where no row names another authority: a pooled file is not all Somerset's because its
 * name begins so.
 */
export async function settleAuthorities(
  db: Database,
  files: readonly Named[],
  signal?: AbortSignal,
): Promise<readonly Ownership[]> {
  const sql = 'SELECT DISTINCT fileId, authorityText AS text FROM staged WHERE authorityText IS NOT NULL';
  const rows = (await query(db, sql, [], signal)).map(({ fileId, text }) => ({
    at: Number(fileId),
    text: String(text),
  }));
  const codes = new Map<string, string>();
  for (const { text } of rows) {
    const found = findAuthority(text);
    if (found.kind === 'found') codes.set(text, found.authority.code);
  }
  if (codes.size > 0) {
    const values = [...codes.values()].map((code) => `(?, ${quote(code)})`).join(', ');
    await db.run({ sql: `INSERT INTO authority_said VALUES ${values}`, parameters: [...codes.keys()] });
  }
  return files.map((file, at) =>
    ownership(
      file,
      rows.filter((row) => row.at === at).map(({ text }) => text),
      codes,
    ),
  );
}

function ownership(
  { name, authority: chosen }: Named,
  texts: readonly string[],
  codes: ReadonlyMap<string, string>,
): Ownership {
  if (chosen !== undefined && !authorityByCode(chosen)) throw new TypeError(`No authority has the code ${chosen}`);
  const said = texts.flatMap((text) => codes.get(text) ?? []);
  const named = findAuthorityInFileName(name);
  const fromName = named.kind === 'found' ? named.authority.code : null;
  const contradicted = said.some((code) => code !== fromName);
  const fallback = chosen ?? (contradicted ? null : fromName);
  return {
    fallback,
    fallbackFrom: fallback === null ? null : chosen ? 'chosen' : 'file name',
    notKnown: texts.filter((text) => !codes.has(text)),
    candidates: named.kind === 'ambiguous' ? named.candidates.map((one) => one.code) : [],
    saidByRows: said.length > 0,
  };
}
