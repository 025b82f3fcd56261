import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { InShort } from '@/components/page/in-short';
import { OnThisPage } from '@/components/page/on-this-page';
import { figure } from '../../export/sample';

test('a page begins with the sentences of its figures that are ready, each a link to its evidence', () => {
  const of = (ids: readonly string[]) =>
    renderToStaticMarkup(<InShort ids={ids} figures={{ [figure.id]: { state: 'ready', figure } }} stale={false} />);
  expect(of([figure.id, 'waiting'])).toContain(`<a href="#figure-${figure.id}">${figure.headline}</a>`);
  expect(of([figure.id, 'waiting']).match(/<li>/g)).toHaveLength(1);
  expect(of(['waiting'])).toBe('');
});

test('the list of a page’s sections links to each and says whether every chart is shown', () => {
  const markup = renderToStaticMarkup(
    <OnThisPage entries={[{ id: 'over-time', title: 'Over time' }]} all={false} onAll={() => undefined} />,
  );
  expect(markup).toContain('<nav class="on-this-page" aria-label="On this page">');
  expect(markup).toContain('<a href="#over-time">Over time</a>');
  expect(markup).toMatch(/aria-pressed="false"[^>]*>Show every chart/);
});
