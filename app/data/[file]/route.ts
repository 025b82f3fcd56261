import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Emits the shipped pool into the static export as /data/<file>: its CSVs byte for byte, and all of them made ready as one; and
 * the scripts that open spreadsheets and explain costs away from the page. */
const folder = path.join(process.cwd(), 'data', 'sample');
const ready = path.join(process.cwd(), '.generated');
const made = ['pool.store', 'pool.json', 'intake-worker.js', 'driver-worker.js'];

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ file: string }[]> {
  const names = await readdir(folder);
  return [...names.filter((name) => /\.(csv|json)$/.test(name)), ...made].map((file) => ({ file }));
}

export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ file: string }> },
): Promise<Response> {
  const file = path.basename((await params).file);
  const bytes = await readFile(path.join(made.includes(file) ? ready : folder, file));
  const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
}
