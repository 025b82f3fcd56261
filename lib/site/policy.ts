/**
 * The content security policy of the built site: nothing but its own files, whoever hosts it. It is written
 * into every page, because a static host may send no headers, and sent as a header by our own server.
 */
import { createHash } from 'node:crypto';

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;
const policyTag = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** `'sha256-…'` of every inline script of a page (Next writes its page data as such), each once. */
export function scriptHashes(html: string): readonly string[] {
  const hashes = [...html.matchAll(inlineScript)].map(([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  );
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`);
}

/** The whole policy. `wasm-unsafe-eval` allows WebAssembly and nothing else; a blob worker inherits the policy. */
export function policy(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes, "'wasm-unsafe-eval'"].join(' '),
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy as the first thing in `<head>`. A second run replaces the first. */
export function withPolicy(html: string): string {
  const bare = html.replace(policyTag, '');
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(scriptHashes(bare))}"/>`;
  if (!bare.includes('<head>')) throw new Error('A page without <head> cannot carry its policy');
  return bare.replace('<head>', `<head>${tag}`);
}

/** Inline styles are blocked by the policy: a page that relies on one would look wrong without saying so. */
export function inlineStyles(html: string): readonly string[] {
  const markup = html.replace(inlineScript, '');
  return [...markup.matchAll(/<[a-z][^>]*\sstyle="[^"]*"[^>]*>|<style[\s>][^<]*/gi)].map(([match]) =>
    match.slice(0, 160),
  );
}
