import { afterAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe';
import { closeBrowser, newContext, settled } from '../support/browser';

afterAll(closeBrowser);

const screens = [
  '/',
  '/needs/',
  '/cost/',
  '/cost/like-for-like/',
  '/cost/drivers/',
  '/distance/',
  '/providers/',
  '/pack/',
  '/data/',
  '/data/quality/',
  '/definitions/',
  '/accessibility/',
];

describe('axe finds nothing, with every rule on', () => {
  test.each(screens)('on %s', async (path) => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test.each(['/', '/needs/', '/data/'])('on %s on a phone', async (path) => {
    const context = await newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide).toBe(false);
    await context.close();
  });
});
