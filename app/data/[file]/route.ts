import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Emits the shipped pool into the static export as /data/<file>: its CSVs byte for byte, and all of them made ready as one. */
const folder = path.join(process.cwd(), 'data', 'sample');
const ready = path.join(process.cwd(), '.generated');

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ file: string }[]> {
  const names = await readdir(folder);
  return [...names.filter((name) => /\.(csv|json)$/.test(name)), 'pool.zip'].map((file) => ({ file }));
}

export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ file: string }> },
): Promise<Response> {
  const file = path.basename((await params).file);
  const bytes = await readFile(path.join(file === 'pool.zip' ? ready : folder, file));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
}
