import { existsSync, readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policy } from '@/lib/site/policy';
import { readXlsx } from '@/lib/workbook/xlsx';
import { chromiumFlags } from '../support/chromium';
import type {} from './browser-entry';
import { figure } from './sample';
import { textsOf } from './svg-text';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome', process.env.CHROMIUM_PATH ?? ''].find(
  (file) => file !== '' && existsSync(file),
);

describe.skipIf(!executablePath)('in a browser, under the site’s policy', () => {
  let browser: Browser;
  let page: Page;
  const html = `<!doctype html><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script><svg class="chart" width="400" height="200" viewBox="0 0 400 200"><rect class="bar" x="10" y="10" width="300" height="60"/><text class="label" x="320" y="45">78%</text><text class="gone" x="0" y="0">unseen</text><script>0</script></svg>`;
  const files: Readonly<Record<string, [string, string]>> = {
    '/': ['text/html', html],
    '/fonts/type.woff2': ['font/woff2', 'not a font'],
    '/page.css': [
      'text/css',
      '@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 700; src: url("fonts/type.woff2") format("woff2"); } .bar { fill: rgb(18, 67, 109); } .label { font-size: 16px; } .gone { display: none; }',
    ],
  };

  beforeAll(async () => {
    // Minified, as the site is: writers that ship code to a worker as text break there first.
    const script = buildSync({
      entryPoints: ['test/export/browser-entry.ts'],
      alias: { '@': process.cwd() },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    }).outputFiles[0]?.text;
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    page = await browser.newPage();
    await page.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname;
      const [contentType, body] =
        path === '/page.js' ? ['text/javascript', script ?? ''] : (files[path] ?? ['text/plain', '']);
      return route.fulfill({ contentType, body, headers: { 'content-security-policy': policy([]) } });
    });
    await page.goto('http://site.test/');
    await page.waitForFunction(() => 'tools' in window);
  });
  afterAll(() => browser?.close());

  it('writes a chart’s look into its SVG and leaves out what is hidden or runs', async () => {
    const svg = await page.evaluate(() => {
      const { figurePicture, figure, context } = window.tools;
      return figurePicture(figure, document.querySelector<SVGSVGElement>('svg.chart'), context).svg;
    });
    expect(svg).toMatch(/<rect [^>]*fill="rgb\(18, 67, 109\)"/);
    expect(textsOf(svg)).toContain('78%');
    expect(svg).not.toMatch(/unseen|class=|<script/);
    // The browser cuts this chart at its edge, so its picture is cut there too.
    expect(svg).toContain('<svg width="400" height="200" overflow="hidden">');
  });

  it('takes the page’s own type along into a PNG', async () => {
    const rules = await page.evaluate(() => window.tools.pictureFonts());
    expect(rules).toBe(
      `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:700;src:url(data:font/woff2;base64,${btoa('not a font')})}`,
    );
  });

  it('draws the picture as a PNG at twice its size, colours and all', async () => {
    const drawn = await page.evaluate(async () => {
      const { figurePicture, pngBlob, figure, context } = window.tools;
      const picture = figurePicture(figure, document.querySelector<SVGSVGElement>('svg.chart'), context);
      const bitmap = await createImageBitmap(await pngBlob(picture));
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      const drawing = canvas.getContext('2d');
      drawing?.drawImage(bitmap, 0, 0);
      const pixels = drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      let blue = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at] === 18 && pixels[at + 1] === 67 && pixels[at + 2] === 109) blue++;
      }
      return { width: bitmap.width, height: bitmap.height, expected: [picture.width * 2, picture.height * 2], blue };
    });
    expect([drawn.width, drawn.height]).toEqual(drawn.expected);
    expect(drawn.blue).toBeGreaterThan(60_000);
  });

  it('saves a workbook and a deck: neither needs what the policy forbids', async () => {
    const saved: Record<string, Uint8Array> = {};
    for (const kind of ['xlsx', 'pptx']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.evaluate(async (wanted) => {
          const { deckFile, packDocument, saveFile, xlsxFile, figure, context } = window.tools;
          const sections = [{ id: 'needs', title: 'Needs', figures: [figure] }];
          const pack = packDocument({ title: 'Review', context, changes: [], quality: [], sections });
          saveFile(wanted === 'xlsx' ? await xlsxFile([figure], context, 'Needs') : await deckFile(pack, new Map()));
        }, kind),
      ]);
      saved[download.suggestedFilename()] = new Uint8Array(readFileSync(await download.path()));
    }
    expect(Object.keys(saved)).toEqual(['Needs.xlsx', 'Review.pptx']);
    expect(readXlsx(saved['Needs.xlsx'] ?? new Uint8Array()).sheets[1]?.rows[0]?.cells).toEqual([figure.title]);
    const slide = unzipSync(saved['Review.pptx'] ?? new Uint8Array())['ppt/slides/slide3.xml'];
    expect(strFromU8(slide ?? new Uint8Array())).toContain(figure.headline);
  });

  it('saves every one of many files asked for at once', async () => {
    const names: string[] = [];
    page.on('download', (download) => names.push(download.suggestedFilename()));
    const wanted = Array.from({ length: 25 }, (_, index) => `${index}.csv`);
    await page.evaluate((all) => {
      for (const name of all) window.tools.saveFile({ name, type: 'text/csv', content: new Uint8Array([97]) });
    }, wanted);
    await expect.poll(() => names.toSorted(), { timeout: 8_000 }).toEqual(wanted.toSorted());
  });
});
