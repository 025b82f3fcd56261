/** How a source's answers are read: each setting belongs to one file and is shown beside it. */
import type { Database } from '@/lib/database/database';
import { authorityByCode } from '@/lib/place/authority';
import { removeSources } from './change';
import { readSources, type SourceRow } from './sources';

/** What Yes in the education column means in this file. */
export async function setEducationPolarity(
  database: Database,
  sourceId: number,
  polarity: 'disrupted' | 'continued',
): Promise<void> {
  await database.run({
    sql: 'UPDATE source SET educationPolarity = ? WHERE sourceId = ?',
    parameters: [polarity, sourceId],
  });
}

/** Whether this file counts the child itself among the siblings placed together. */
export async function setSiblingsIncludeChild(database: Database, sourceId: number, includes: boolean): Promise<void> {
  await database.run({
    sql: 'UPDATE source SET siblingsIncludeChild = ? WHERE sourceId = ?',
    parameters: [includes, sourceId],
  });
}

/** The authority of a file whose rows are all one authority's: they become another's. */
export async function setAuthority(database: Database, sourceId: number, code: string): Promise<void> {
  if (!authorityByCode(code)) throw new TypeError(`No authority has the code ${code}`);
  await database.run({
    sql: `UPDATE pool SET la_code = place.la_code, region = place.region
      FROM (SELECT la_code, region FROM region_of WHERE la_code::VARCHAR = ?) AS place WHERE pool.sourceId = ?`,
    parameters: [code, sourceId],
  });
  await database.run({ sql: 'UPDATE source SET la_code = ? WHERE sourceId = ?', parameters: [code, sourceId] });
}

/**
 * After files were read again: the sources that were there get their settings back, and the others are removed, but for
 * those named in `also`, which had only just arrived.
 */
export async function restoreSources(
  database: Database,
  wanted: readonly SourceRow[],
  also: readonly number[] = [],
): Promise<void> {
  const left = [...wanted];
  const extra: number[] = [];
  for (const { sourceId, name, rowsIn, code } of await readSources(database)) {
    const at = left.findIndex((one) => one.name === name && one.rowsIn === rowsIn);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    if (before) {
      await setEducationPolarity(database, sourceId, before.educationPolarity);
      await setSiblingsIncludeChild(database, sourceId, before.siblingsIncludeChild);
      if (before.code !== null && code !== null && before.code !== code)
        await setAuthority(database, sourceId, before.code);
    } else if (!also.includes(sourceId)) extra.push(sourceId);
  }
  await removeSources(database, extra);
}
