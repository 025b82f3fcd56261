import { existsSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framePicture } from '@/lib/export/picture-frame';
import { wrap } from '@/lib/export/picture-text';
import { tableDrawing } from '@/lib/export/table-drawing';
import { policy } from '@/lib/site/policy';
import { chromiumFlags } from '../support/chromium';
import { context, figure, working } from './sample';

declare global {
  interface Window {
    tools: typeof import('@/lib/export/picture') &
      typeof import('@/lib/export/picture-font') &
      Pick<typeof import('./sample'), 'figure' | 'context'>;
  }
}

function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let inside = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    inside = name === 'text';
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.on('text', (text) => inside && texts.push(text));
  parser.write(svg).close();
  return texts;
}

describe('framePicture', () => {
  it('keeps headline, subtitle, filter, source and dates inside the image, and a text alternative', () => {
    const picture = framePicture({ markup: '<rect width="9" height="9"/>', width: 800, height: 300 }, figure, context);
    const said = textsOf(picture.svg).join(' ');
    for (const part of [
      figure.headline,
      figure.subtitle,
      context.filter,
      figure.source,
      'Pool to 31 March 2026',
      '21 November 2026',
    ]) {
      expect(said).toContain(part);
    }
    expect(picture.svg).toContain(`<title id="picture-title">${figure.headline}</title>`);
    expect(picture.alternative).toMatch(/^78% got .* before\. Placements of a type/);
    expect(picture.svg).not.toMatch(/style=|<style|<script/);
  });

  it('says INTERNAL on a working figure’s picture', () => {
    expect(textsOf(framePicture(tableDrawing(working), working, context).svg)[0]).toMatch(/^INTERNAL/);
  });
});

describe('tableDrawing', () => {
  it('draws the shown columns as they read on screen, and says what it left out', () => {
    const texts = textsOf(`<svg>${tableDrawing(figure, 2).markup}</svg>`);
    expect(texts).toEqual(expect.arrayContaining(['Type sought', 'Foster', '1,204', '78%', '[c]']));
    expect(texts).not.toContain('E06000066');
    expect(texts.at(-1)).toBe('Rows not drawn: 1. The download has them all.');
  });
});

describe('wrap', () => {
  it('loses no word and breaks what has no space', () => {
    expect(wrap('one two three', 60, 10)).toEqual(['one two', 'three']);
    expect(wrap('x'.repeat(25), 60, 10).join('')).toBe('x'.repeat(25));
  });
});

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome', process.env.CHROMIUM_PATH ?? ''].find(
  (file) => file !== '' && existsSync(file),
);

describe.skipIf(!executablePath)('in a browser, under the site’s policy', () => {
  let browser: Browser;
  let page: Page;
  const html = `<!doctype html><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script><svg class="chart" width="400" height="200" viewBox="0 0 400 200"><rect class="bar" x="10" y="10" width="300" height="60"/><text class="label" x="320" y="45">78%</text><text class="gone" x="0" y="0">hidden</text><script>0</script></svg>`;
  const files: Readonly<Record<string, [string, string]>> = {
    '/': ['text/html', html],
    '/fonts/type.woff2': ['font/woff2', 'not a font'],
    '/page.css': [
      'text/css',
      '@font-face { font-family: "Atkinson Hyperlegible Next"; font-weight: 700; src: url("fonts/type.woff2") format("woff2"); } .bar { fill: rgb(18, 67, 109); } .label { font-size: 16px; } .gone { display: none; }',
    ],
  };

  beforeAll(async () => {
    const entry = `import * as all from '@/lib/export/picture'; import * as font from '@/lib/export/picture-font'; import { figure, context } from '@/test/export/sample'; window.tools = { ...all, ...font, figure, context };`;
    const script = buildSync({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
      alias: { '@': process.cwd() },
      bundle: true,
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
    expect(svg).not.toMatch(/hidden|class=|<script/);
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
});
