import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CopyLinkButton } from '@/components/filter/copy-link-button';
import { LinkNotices } from '@/components/filter/notices';
import { SavedViews } from '@/components/filter/saved-views';
import { FilterWords } from '@/components/filter/words';
import { parseView } from '@/lib/view/parse';
import { defaultView } from '@/lib/view/view';

const nothing = () => {};

describe('what a link could not do', () => {
  test('is said under a heading, with a way on', () => {
    const { notices } = parseView(new URLSearchParams('?la=narnia&colour=<script>alert(1)</script>'));
    const markup = renderToStaticMarkup(<LinkNotices notices={notices} pool="Another pool." onDismiss={nothing} />);
    expect(markup).toContain('aria-labelledby="filter-notices-title"');
    expect(markup).toContain('Another pool.');
    expect(markup).toContain('narnia');
    expect(markup).not.toContain('<script>');
    expect(markup).toContain('Carry on with this view');
  });

  test('takes no room when there is nothing to say', () => {
    expect(renderToStaticMarkup(<LinkNotices notices={[]} pool={null} onDismiss={nothing} />)).toBe('');
  });
});

describe('the link of a view', () => {
  test('is a button with a place for its result to be announced', () => {
    const markup = renderToStaticMarkup(<CopyLinkButton address={() => ''} />);
    expect(markup).toMatch(/<button type="button"[^>]*>Copy link<\/button>/);
    expect(markup).toContain('role="status"');
  });
});

describe('saved views', () => {
  test('are listed by name, each with its own remove button', () => {
    const saved = [{ name: 'Review', query: '?la=somerset' }];
    const markup = renderToStaticMarkup(
      <SavedViews view={defaultView} saved={saved} onChange={nothing} onOpen={nothing} />,
    );
    expect(markup).toContain('Review</button>');
    expect(markup).toContain('Remove<span class="visually-hidden"> Review</span>');
    expect(markup).toContain('for="saved-name"');
    expect(markup).toContain('for="saved-import"');
  });
});

describe('the printed filter', () => {
  test('says place, period and comparison even where nothing is filtered', () => {
    const months = { from: 2024 * 12 + 3, to: 2026 * 12 + 2 };
    const text = renderToStaticMarkup(<FilterWords view={defaultView} months={months} />).replace(/<[^>]+>/g, ' ');
    expect(text).toMatch(/Placing authority\s+All\s/);
    expect(text).toContain('All periods (April 2024 – March 2026)');
    expect(text).toContain('Compared with');
  });
});
