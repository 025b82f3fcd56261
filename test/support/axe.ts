import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly nodes: readonly string[];
}

/** Everything axe finds, with every rule on. Run through the debugger, so that the page's own policy stays in force. */
export async function violations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const engine = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations: found } = await engine.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? 'unknown',
      nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 200)),
    }));
  });
}
