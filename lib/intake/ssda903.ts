/** Promises what distance needs of an SSDA903 return, from the files a user chose; told apart by their columns, never by their names. */
import { RecordReader } from '@/lib/ingest/file/record';
import { type Episodes, readEpisodes, readUnaccompanied } from '@/lib/place/ssda903-file';
import { openFile } from './file';

type Cells = readonly (readonly string[])[];

export interface SsdaReturn {
  readonly episodes: Episodes;
  /** Children the return calls unaccompanied asylum-seeking. */
  readonly unaccompanied: ReadonlySet<string>;
}

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

/** Episodes files name DECOM; header files name a date of birth or UASC. */
function isEpisodes([header = []]: Cells): boolean {
  return header.some((cell) => cell.trim().toUpperCase() === 'DECOM');
}

/** Throws WrongColumns, or an error in words, about the file last said to be read. */
export async function readReturn(files: readonly File[], onFile: (name: string) => void): Promise<SsdaReturn> {
  const tables: { name: string; cells: Cells }[] = [];
  for (const file of files) {
    onFile(file.name);
    tables.push({ name: file.name, cells: await cellsOf(file) });
  }
  const first = tables.find(({ cells }) => isEpisodes(cells)) ?? tables[0];
  onFile(first?.name ?? '');
  const episodes = readEpisodes(first?.cells ?? []);
  const unaccompanied = new Set<string>();
  for (const table of tables.filter((one) => one !== first)) {
    onFile(table.name);
    for (const child of readUnaccompanied(table.cells)) unaccompanied.add(child);
  }
  return { episodes, unaccompanied };
}
