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

  test.each(screens)('on %s on a phone, where nothing is wider than the page, opened or not', async (path) => {
    const context = await newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    await expect.poll(wide).toBe(false);
    for (const name of ['What this means', 'More downloads']) {
      for (const opener of (await page.getByText(name).all()).slice(0, 3)) {
        if (!(await opener.isVisible())) continue;
        await opener.click();
        await expect.poll(wide).toBe(false);
        await opener.click();
      }
    }
    await context.close();
  });
});
