import type { Database } from '@/lib/database/database';

const output = 'pool/download.csv';

/** A heading row and then the rows of a query, as CSV (RFC 4180, UTF-8). `select` is our own text; headings may be anyone's. */
export async function copyCsv(
  database: Database,
  headings: readonly string[],
  select: string,
): Promise<Uint8Array<ArrayBuffer>> {
  await database.execute(`COPY (${select}) TO '${output}' (FORMAT csv, HEADER false, USE_TMP_FILE false)`);
  try {
    const rows = await database.readFile(output);
    const head = new TextEncoder().encode(`${headings.map(field).join(',')}\n`);
    const content = new Uint8Array(head.length + rows.length);
    content.set(head);
    content.set(rows, head.length);
    return content;
  } finally {
    await database.dropFile(output);
  }
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
