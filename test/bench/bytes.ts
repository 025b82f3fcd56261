/** What a first visit fetches before the engine, compressed as a static host compresses it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { siteFolder } from './site';

export interface Bytes {
  readonly name: string;
  readonly raw: number;
  readonly brotli: number;
}

function compressed(file: string): Bytes {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { name: path.basename(file), raw: bytes.length, brotli };
}

/** Scripts a page names in its HTML, but for those only an old browser runs. */
export function firstScripts(page = 'index.html'): readonly Bytes[] {
  const folder = siteFolder();
  const html = readFileSync(path.join(folder, page), 'utf8');
  const tags = [...html.matchAll(/<script\b[^>]*>|<link\b[^>]*as="script"[^>]*>/g)].map(([tag]) => tag);
  const wanted = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  return [...new Set(wanted)].map((url) => compressed(path.join(folder, url))).sort((a, b) => b.brotli - a.brotli);
}

/** The chunks that hold postcode districts and sectors: they must come alone, when a pool is loaded. */
export function placeData(): readonly Bytes[] {
  const chunks = path.join(siteFolder(), '_next', 'static', 'chunks');
  const texts = ['districts', 'sectors'].map((name) => readFileSync(`data/reference/${name}.json`, 'utf8'));
  // A line from the middle, plain enough to stand in a script as it stands in the file.
  const marks = texts.map((text) => /[\w, -]{30,}/.exec(text.slice(text.length / 2))?.[0] ?? 'no such text');
  const names = readdirSync(chunks).filter((name) => name.endsWith('.js'));
  const holding = names.filter((name) => {
    const source = readFileSync(path.join(chunks, name), 'utf8');
    return marks.some((mark) => source.includes(mark));
  });
  return holding.map((name) => compressed(path.join(chunks, name)));
}
