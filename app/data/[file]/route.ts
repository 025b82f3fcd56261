import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Emits the shipped pool, byte for byte, into the static export as /data/<file>. */
const folder = path.join(process.cwd(), 'data', 'sample');

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ file: string }[]> {
  const names = await readdir(folder);
  return names.filter((name) => /\.(csv|json)$/.test(name)).map((file) => ({ file }));
}

export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const bytes = await readFile(path.join(folder, path.basename(file)));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
}
