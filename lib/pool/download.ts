/** The pool as one normalised CSV: canonical names, the standard's own values, whatever its files looked like. */
import type { Database } from '@/lib/database/database';
import { neutralise } from '@/lib/export/neutral';
import { poolFields, type StandardField } from '@/lib/standard/fields';
import { copyCsv } from './copy';
import { guarded } from './guard';

const yesNo = (column: string) => `CASE ${column} WHEN true THEN 'Yes' WHEN false THEN 'No' END`;

/** How a field's values are written. NA is kept where it is an answer: the child has no siblings. */
function written({ name, type }: StandardField): string {
  if (name === 'siblingCount') return `CASE WHEN siblingsNotApplicable THEN 'NA' ELSE siblingCount::VARCHAR END`;
  switch (type) {
    case 'boolean':
      return yesNo(name);
    case 'date':
      return `strftime(${name}, '%Y-%m-%d')`;
    case 'text':
    case 'urn':
    case 'home':
      return guarded(name);
    default:
      return name;
  }
}

/** Columns after the standard's own that say how two of them are to be read: each file has its own custom. */
export const customHeadings = ['educationYesMeans', 'siblingsIncludeChild'] as const;
const customs = `source.educationPolarity, ${yesNo('source.siblingsIncludeChild')}`;

/**
 * Every placement: `la_code` first, then the standard's fields in order, how two of them are to be read, and the bespoke
 * columns under their own headings. Dates are ISO, lists are joined by `;`, a blank is not recorded.
 */
export async function poolCsv(database: Database): Promise<Uint8Array<ArrayBuffer>> {
  await database.execute(
    `CREATE OR REPLACE TEMP TABLE bespoke_heading AS SELECT name, row_number() OVER (ORDER BY name) AS place FROM (
      SELECT DISTINCT unnest(map_keys(bespoke)) AS name FROM pool WHERE bespoke IS NOT NULL)`,
  );
  const found = await database.run({ sql: 'SELECT name FROM bespoke_heading ORDER BY place', parameters: [] });
  const bespoke = found.map((row) => String(row.name));
  const cells = [
    'la_code',
    ...poolFields.filter(({ name }) => name !== 'la_code').map(written),
    customs,
    ...bespoke.map((_, at) =>
      guarded(`element_at(bespoke, (SELECT name FROM bespoke_heading WHERE place = ${at + 1}))[1]`),
    ),
  ];
  const headings = [
    'la_code',
    ...poolFields.filter(({ name }) => name !== 'la_code').map(({ name }) => name),
    ...customHeadings,
    ...bespoke.map(neutralise),
  ];
  return copyCsv(
    database,
    headings,
    `SELECT ${cells.join(', ')} FROM pool JOIN (SELECT sourceId, educationPolarity, siblingsIncludeChild FROM source) AS source
      USING (sourceId) ORDER BY pool.sourceId, sourceRow`,
  );
}
