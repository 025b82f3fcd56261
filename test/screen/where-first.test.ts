import { afterAll, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

afterAll(closeBrowser);

test('the cost page says where to look first, in the sentences of the pages its links lead to', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto('/cost/?sought=foster');
  await settled(page);
  const leads = page.getByRole('region', { name: 'Where to look first' });
  const links = leads.getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  const found = await links.evaluateAll((all) =>
    all.map((one) => ({ words: one.textContent ?? '', to: (one as HTMLAnchorElement).href })),
  );
  expect(found.map(({ to }) => new URL(to).hash)).toEqual([
    '#figure-cost-drivers',
    '#figure-like-for-like-types',
    '#figure-like-for-like-providers',
  ]);
  for (const { words, to } of found.slice(1)) {
    expect(new URL(to).search).toBe('?sought=foster');
    const other = await context.newPage();
    await other.goto(to);
    await settled(other);
    expect(await other.locator(`${new URL(to).hash} .figure-headline`).textContent()).toBe(words);
    await other.close();
  }
  // For another view it is worked out again, and says nothing of the old one meanwhile.
  await page.getByRole('button', { name: /^Sought/ }).click();
  await page.getByRole('checkbox', { name: 'Foster', exact: true }).uncheck();
  await expect.poll(() => leads.getByText('Working it out…').count()).toBe(1);
  await links.first().waitFor();
  expect(await links.allTextContents()).not.toEqual(found.map(({ words }) => words));
  await context.close();
});
