/** An SSDA903 return dropped on the page, read and linked to the pool of this tab. */
import { RecordReader } from '@/lib/ingest/file/record';
import { openFile } from '@/lib/intake/file';
import { type LinkReport, linkSsda903 } from '@/lib/place/ssda903';
import { readEpisodes, readUnaccompanied, WrongColumns } from '@/lib/place/ssda903-file';
import { poolSession } from './pool-session';

export type ReturnLinked =
  | { readonly kind: 'linked'; readonly report: LinkReport }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string };

type Cells = readonly (readonly string[])[];

/** The return is comma-separated, or tab-separated where it was saved by hand from a spreadsheet. */
function recordsOf(text: string): Cells {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r?\n/, 1);
  const reader = new RecordReader(first.includes('\t') ? '\t' : ',');
  return [...reader.push(plain, true)]
    .map(({ cells }) => cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

async function cellsOf(file: File): Promise<Cells> {
  const [part] = await openFile(file.name, file);
  if (!part || part.kind === 'refused') throw new Error(part ? `${part.message} ${part.advice}` : 'The file is empty.');
  return part.kind === 'table' ? part.rows : recordsOf(await file.text());
}

/** Episodes files name DECOM; header files name a date of birth or UASC. Told by their columns, never by their names. */
function isEpisodes([header = []]: Cells): boolean {
  return header.some((cell) => cell.trim().toUpperCase() === 'DECOM');
}

/** Links the files to the authority's placements. Never throws: what is wrong is said, and the pool is then as it was. */
export async function linkReturn(authority: string, files: readonly File[], days: number): Promise<ReturnLinked> {
  let name = files[0]?.name ?? '';
  try {
    const tables: { name: string; cells: Cells }[] = [];
    for (const file of files) {
      name = file.name;
      tables.push({ name, cells: await cellsOf(file) });
    }
    const episodes = tables.find(({ cells }) => isEpisodes(cells)) ?? tables[0];
    name = episodes?.name ?? name;
    const read = readEpisodes(episodes?.cells ?? []);
    const unaccompanied = new Set<string>();
    for (const table of tables.filter((one) => one !== episodes)) {
      name = table.name;
      for (const child of readUnaccompanied(table.cells)) unaccompanied.add(child);
    }
    let report: LinkReport | undefined;
    await poolSession.change('Linking an SSDA903 return', async (database) => {
      report = await linkSsda903(database, authority, read, unaccompanied, days);
    });
    if (!report) throw new Error(poolSession.snapshot().failure ?? 'The return could not be linked.');
    return { kind: 'linked', report };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'refused',
      name,
      message: error instanceof WrongColumns ? message : `It could not be read: ${message}`,
    };
  }
}
