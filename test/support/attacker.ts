/** What an attacker takes from a page of the sharing view: everything in it, shown or not, and every file it gives. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { openArchive } from '@/lib/workbook/archive';

export type Records = readonly Readonly<Record<string, string>>[];

async function fileOf(page: Page, button: Locator): Promise<Uint8Array> {
  const take = async () => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), button.click()]);
    return download;
  };
  // A figure may be drawn again just as its button is pressed: a reader would press once more.
  const download = await take().catch(take);
  return new Uint8Array(await readFile(await download.path()));
}

/** What markup says to a reader: its text and the values of cells, without the numbers that only place and paint it, or point to a text. */
function saidIn(markup: string): string {
  const values = [...markup.matchAll(/(?:office:value|aria-label|title)="([^"]*)"/g)].map(([, value]) => value);
  const unshared = markup.replaceAll(/<c [^>]*t="s"[^>]*>[\s\S]*?<\/c>/g, ' ');
  const plain = unshared.replaceAll(/<style[\s\S]*?<\/style>/g, ' ').replaceAll(/<[^>]*>/g, '\n');
  // The address of the site in a link is no figure.
  return [plain, ...values].join('\n').replaceAll(/https?:\S+/g, ' ');
}

/** One line of CSV as RFC 4180 has it. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

export function recordsOf(text: string): Records {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const columns = cellsOf(head);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export async function figureIds(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-figure][data-state="ready"]')
    .filter({ has: page.getByRole('button', { name: /^Download CSV/ }) })
    .evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset.figure ?? ''));
}

export async function csvOf(page: Page, id: string): Promise<Records> {
  const button = page.locator(`[data-figure="${id}"]`).getByRole('button', { name: /^Download CSV/ });
  return recordsOf(new TextDecoder().decode(await fileOf(page, button)));
}

export async function everyCsv(page: Page): Promise<ReadonlyMap<string, Records>> {
  const found = new Map<string, Records>();
  for (const id of await figureIds(page)) found.set(id, await csvOf(page, id));
  return found;
}

/** The markup of a page's workbook, its archive undone. */
export async function workbookText(page: Page, kind: 'XLSX' | 'ODS'): Promise<string> {
  const group = page.getByRole('group', { name: 'Download this page' });
  const bytes = await fileOf(page, group.getByRole('button', { name: new RegExp(kind) }));
  const archive = openArchive(bytes);
  const parts = archive.names.filter((name) => name.endsWith('.xml') && !/styles/.test(name));
  return parts.map((name) => saidIn(new TextDecoder().decode(archive.read(name)))).join('\n');
}

async function taken(page: Page, id: string, form: string): Promise<void> {
  const figure = page.locator(`[data-figure="${id}"]`);
  await figure.getByRole('button', { name: /^More downloads/ }).click();
  await figure.getByRole('button', { name: form, exact: true }).click();
}

/** The figure's drawing as saved, its SVG. */
export async function drawingMarkup(page: Page, id: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), taken(page, id, 'Drawing (SVG)')]);
  return readFile(await download.path(), 'utf8');
}

export async function drawingText(page: Page, id: string): Promise<string> {
  return saidIn(await drawingMarkup(page, id));
}

export async function copiedTable(page: Page, id: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await taken(page, id, 'Copy table');
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const parts = await Promise.all((item?.types ?? []).map(async (type) => (await item?.getType(type))?.text()));
    return parts.join('\n').replaceAll(/<[^>]*>/g, '\n');
  });
}

/** Every text and attribute of the page, whatever is hidden, and every name in the accessibility tree. */
export async function everythingSaid(page: Page): Promise<string> {
  const markup = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => !['SCRIPT', 'STYLE'].includes(element.tagName))
      .flatMap((element) => [
        ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue),
        ...['aria-label', 'title', 'value', 'alt', 'aria-description', 'data-value', 'content']
          .map((name) => element.getAttribute(name))
          .filter((value) => value !== null),
      ])
      .join('\n'),
  );
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const names = nodes.flatMap(({ name, description, value }) => [name?.value, description?.value, value?.value]);
  return [markup, ...names.filter((one) => typeof one === 'string')].join('\n');
}

/** The markup of each ready figure, made-up identifiers aside: its chart's geometry with everything round it. */
export async function figureMarkup(page: Page): Promise<ReadonlyMap<string, string>> {
  // Charts out of sight are drawn when there is time: all of them are wanted.
  await page.waitForFunction(() => !document.querySelector('[data-figure] .chart-wait'), undefined, {
    timeout: 60_000,
  });
  const pairs = await page
    .locator('[data-figure][data-state="ready"]')
    .evaluateAll((found) => found.map((one) => [(one as HTMLElement).dataset.figure ?? '', one.outerHTML] as const));
  return new Map(
    pairs.map(([id, markup]) => [id, markup.replace(/_r_\w+_|«r\w+»|:r\w+:|recharts\d*-?\w*-clip/g, 'made-up')]),
  );
}
