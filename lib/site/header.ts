import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { policy, scriptHashes } from './policy';

/** Gives the policy header of each path of a built site; files that are not pages allow no inline script at all. */
export async function policyOf(output: string): Promise<(pathname: string) => string> {
  const names = (await readdir(output, { recursive: true })).filter((name) => name.endsWith('.html'));
  const policies = new Map<string, string>();
  for (const name of names) {
    const header = policy(scriptHashes(await readFile(path.join(output, name), 'utf8')));
    const page = `/${name.split(path.sep).join('/')}`;
    policies.set(page, header);
    policies.set(page.replace(/index\.html$/, ''), header);
    policies.set(page.replace(/\/?index\.html$|\.html$/, ''), header);
  }
  const plain = policy([]);
  return (pathname) => policies.get(pathname) ?? plain;
}
