import { describe, expect, test } from 'vitest';
import { parseView } from '@/lib/view/parse';
import { withPageChoices } from '@/lib/view/use-page-choice';
import { defaultView } from '@/lib/view/view';

describe('a choice of one page', () => {
  test('is neither a filter nor a mistake in a link', () => {
    const { view, notices } = parseView(new URLSearchParams('?sections=needs,cost'));
    expect(view).toEqual(defaultView);
    expect(notices).toEqual([]);
  });

  test('goes with the link that is copied, and with nothing else that stood in the address', () => {
    expect(withPageChoices('?la=somerset', '?sections=needs,cost&la=devon&utm=x')).toBe(
      '?la=somerset&sections=needs,cost',
    );
    expect(withPageChoices('', '?sections=needs')).toBe('?sections=needs');
    expect(withPageChoices('?la=somerset', '')).toBe('?la=somerset');
    expect(withPageChoices('', '?sections=a%26la%3Ddevon')).toBe('?sections=a%26la%3Ddevon');
  });
});
