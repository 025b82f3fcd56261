/** Takes a downloaded pool's own words on how its answers are to be read, so that its meaning survives the journey. */
import type { Database } from '@/lib/database/database';
import { customHeadings } from './download';
import { setEducationPolarity, setSiblingsIncludeChild } from './settings';

const said = (heading: (typeof customHeadings)[number]) => `element_at(bespoke, '${heading}')[1]`;
const [education, siblings] = customHeadings;

async function found(database: Database, sourceId: number, heading: typeof education | typeof siblings) {
  const rows = await database.run({
    sql: `SELECT DISTINCT ${said(heading)} AS said FROM pool WHERE sourceId = ?`,
    parameters: [sourceId],
  });
  return rows.map((row) => String(row.said));
}

/** Rows of several customs in one file are all put into the first: disrupted, and without the child itself. */
async function mend(database: Database, sourceId: number): Promise<void> {
  const polarities = await found(database, sourceId, education);
  const mixed = polarities.includes('disrupted') && polarities.includes('continued');
  if (mixed)
    await database.run({
      sql: `UPDATE pool SET isEducationContinuous = NOT isEducationContinuous WHERE sourceId = ? AND ${said(education)} = 'continued'`,
      parameters: [sourceId],
    });
  await setEducationPolarity(
    database,
    sourceId,
    polarities.includes('continued') && !mixed ? 'continued' : 'disrupted',
  );
  const counts = await found(database, sourceId, siblings);
  const both = counts.includes('Yes') && counts.includes('No');
  if (both)
    await database.run({
      sql: `UPDATE pool SET siblingsPlacedTogether = greatest(siblingsPlacedTogether - 1, 0) WHERE sourceId = ? AND ${said(siblings)} = 'Yes'`,
      parameters: [sourceId],
    });
  await setSiblingsIncludeChild(database, sourceId, counts.includes('Yes') && !both);
}

/** `headings` are the file's bespoke ones; a file that is no download of ours is left as it is. */
export async function adoptCustoms(database: Database, sourceId: number, headings: readonly string[]): Promise<void> {
  if (!customHeadings.every((heading) => headings.includes(heading))) return;
  await mend(database, sourceId);
  const without = `list_filter(map_entries(bespoke), lambda entry: entry.key NOT IN ('${education}', '${siblings}'))`;
  await database.run({
    sql: `UPDATE pool SET bespoke = CASE WHEN len(${without}) = 0 THEN NULL ELSE map_from_entries(${without}) END WHERE sourceId = ?`,
    parameters: [sourceId],
  });
}
