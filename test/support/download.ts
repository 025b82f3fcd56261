import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

export interface Saved {
  readonly name: string;
  readonly text: string;
}

/** What a press of `button` saves. */
export async function saved(page: Page, button: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The tidy CSV of a figure, as records. No cell of ours holds a comma, a quote or a line break in these tests. */
export async function figureRecords(page: Page, id: string): Promise<readonly Record<string, string>[]> {
  const { name, text } = await saved(
    page,
    page.locator(`[data-figure="${id}"]`).getByRole('button', { name: /^Download CSV/ }),
  );
  if (name !== `${id}.csv`) throw new Error(`Saved as ${name}`);
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
