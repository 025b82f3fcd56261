import { afterAll, expect, test } from 'vitest';
import { closeBrowser, newContext, settled } from '../support/browser';

afterAll(closeBrowser);

const figures = ['cost-drivers', 'like-for-like-types', 'like-for-like-providers'];

test('the cost page says three things to do, each with an amount its link’s page shows', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto('/cost/?sought=foster');
  await settled(page);
  const things = page.getByRole('region', { name: 'Three things to do first' });
  const items = things.getByRole('listitem');
  await items.first().waitFor();
  const found = await items.evaluateAll((all) =>
    all.map((one) => ({ words: one.textContent ?? '', to: one.querySelector('a')?.href ?? '' })),
  );
  expect(found.map(({ to }) => new URL(to).hash)).toEqual(figures.map((id) => `#figure-${id}`));
  expect(found.map(({ words }) => words.split(' ')[0])).toEqual(['Find', 'Review', 'Ask']);
  for (const { words, to } of found) {
    // All of one year, as what drove the change is: amounts of two years and one could not be compared.
    expect(new URL(to).search).toBe('?period=last-12-months&sought=foster');
    const [amount] = /£[\d,]+(?= a week (?:for|against))/.exec(words) ?? [];
    expect(amount).toBeDefined();
    const other = await context.newPage();
    await other.goto(to);
    await settled(other);
    expect(await other.locator(new URL(to).hash).textContent()).toContain(amount);
    await other.close();
  }
  // For another view it is worked out again, and says nothing of the old one meanwhile.
  await page.getByRole('button', { name: /^Sought/ }).click();
  await page.getByRole('checkbox', { name: 'Foster', exact: true }).uncheck();
  await expect.poll(() => things.getByText('Working it out…').count()).toBe(1);
  await items.first().waitFor();
  expect(await items.allTextContents()).not.toEqual(found.map(({ words }) => words));
  await context.close();
});
