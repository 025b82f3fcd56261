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

/**
 * Reads the authorities of `staged` and fills `authority_said (text, code)`. A file name answers for silent rows only
 * where no row names another authority: a pooled file is not all Somerset's because its name begins so.
 */
export async function settleAuthorities(
  db: Database,
  fileName: string,
  chosen: string | undefined,
  signal?: AbortSignal,
): Promise<Ownership> {
  const rows = await query(
    db,
    'SELECT DISTINCT authorityText AS text FROM staged WHERE authorityText IS NOT NULL',
    [],
    signal,
  );
  const said: { text: string; code: string }[] = [];
  const notKnown: string[] = [];
  for (const { text } of rows) {
    const found = findAuthority(String(text));
    if (found.kind === 'found') said.push({ text: String(text), code: found.authority.code });
    else notKnown.push(String(text));
  }
  if (said.length > 0) {
    const values = said.map(({ code }) => `(?, ${quote(code)})`).join(', ');
    await db.run({ sql: `INSERT INTO authority_said VALUES ${values}`, parameters: said.map(({ text }) => text) });
  }
  if (chosen !== undefined && !authorityByCode(chosen)) throw new TypeError(`No authority has the code ${chosen}`);
  const named = findAuthorityInFileName(fileName);
  const fromName = named.kind === 'found' ? named.authority.code : null;
  const contradicted = said.some(({ code }) => code !== fromName);
  const fallback = chosen ?? (contradicted ? null : fromName);
  return {
    fallback,
    fallbackFrom: fallback === null ? null : chosen ? 'chosen' : 'file name',
    notKnown,
    candidates: named.kind === 'ambiguous' ? named.candidates.map((one) => one.code) : [],
    saidByRows: said.length > 0,
  };
}
