import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ScreenState } from '@/components/page/screen-state';
import { firstSnapshot } from '@/lib/session/snapshot';

const figures = [
  { id: 'match-rate', title: 'Got the type of home that was asked for' },
  { id: 'net-flow', title: 'Net flow' },
];

describe('a page over an empty pool', () => {
  const markup = renderToStaticMarkup(
    <ScreenState pool={{ ...firstSnapshot, status: 'empty' }} failure={null} figures={figures}>
      <p>figures</p>
    </ScreenState>,
  );

  test('says so, what to do, and what it will show', () => {
    expect(markup).toContain('The pool is empty.');
    expect(markup).toMatch(/href="\/data\/?"/);
    for (const { title } of figures) expect(markup).toContain(title);
    expect(markup).not.toContain('<p>figures</p>');
  });

  test('names each of its figures as empty to whoever looks for their state', () => {
    for (const { id } of figures) expect(markup).toContain(`data-figure="${id}" data-state="empty"`);
  });
});
