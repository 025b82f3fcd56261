import type { Database } from '@/lib/database/database';
import { copyCsv } from '@/lib/pool/copy';
import { guarded } from '@/lib/pool/guard';

const headings = ['file', 'row', 'field', 'value', 'severity', 'reason', 'what to do'];

/**
 * Every row set aside and every problem found, a line each: rows set aside first. Rows are as a spreadsheet numbers them,
 * empty where the whole column is meant. It quotes cells of the returns.
 */
export function problemCsv(database: Database): Promise<Uint8Array<ArrayBuffer>> {
  return copyCsv(
    database,
    headings,
    `SELECT ${guarded('s.name')}, sourceRow, field, ${guarded('value')}, severity, rule, advice
      FROM problem JOIN source AS s USING (sourceId) ORDER BY severity, sourceId, sourceRow, field`,
  );
}
