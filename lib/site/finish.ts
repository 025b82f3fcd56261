/** After `next build`: every page of the export gets its policy; a page that would break it fails the build. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inlineStyles, withPolicy } from './policy';

const output = path.resolve('out');
const names = await readdir(output, { recursive: true });
const pages = names.filter((name) => name.endsWith('.html'));
if (pages.length === 0) throw new Error('The build wrote no pages to out/');

for (const page of pages) {
  const file = path.join(output, page);
  const html = await readFile(file, 'utf8');
  const styles = inlineStyles(html);
  if (styles.length > 0) throw new Error(`${page} has inline styles, which the policy blocks: ${styles.join('\n')}`);
  await writeFile(file, withPolicy(html));
}
console.log(`Content security policy written into ${pages.length} pages.`);
