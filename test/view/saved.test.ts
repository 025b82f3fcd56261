import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseView } from '@/lib/view/parse';
import { mergeSaved, readSavedViews, removeSaved, saveView, writeSavedViews } from '@/lib/view/saved';
import { defaultView } from '@/lib/view/view';
import { fitView } from '@/lib/view/write';
import { arbitraryView } from './arbitrary';

const somerset = { ...defaultView, authorities: ['E06000066'] };

describe('saved views', () => {
  test('come back from a file as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), arbitraryView), { maxLength: 5 }),
        (named) => {
          const saved = named.reduce((views, [name, view]) => saveView(views, name, view), mergeSaved([], []));
          const result = readSavedViews(writeSavedViews(saved));
          expect(result).toEqual({ kind: 'read', views: saved });
        },
      ),
    );
  });

  test('open the view that was saved', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const [saved] = saveView([], 'Monthly review', view);
        expect(parseView(new URLSearchParams(saved?.query)).view).toEqual(fitView(view).view);
      }),
    );
  });

  test('of the same name replace each other; names are in order', () => {
    const first = saveView(saveView([], 'B', defaultView), ' A ', defaultView);
    expect(first.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(saveView(first, 'B', somerset)).toEqual([
      { name: 'A', query: '' },
      { name: 'B', query: '?la=somerset' },
    ]);
    expect(removeSaved(first, 'A')).toEqual([{ name: 'B', query: '' }]);
    expect(saveView(first, '  ', somerset)).toBe(first);
  });
});

describe('a file of saved views', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'la=somerset'],
    ['another file', '{"kind":"figures","version":1,"views":[]}'],
    ['a later version', '{"kind":"sufficiency-views","version":2,"views":[]}'],
    ['views without names', '{"kind":"sufficiency-views","version":1,"views":[{"query":"?la=devon"}]}'],
    ['a blank name', '{"kind":"sufficiency-views","version":1,"views":[{"name":" ","query":""}]}'],
  ])('with %s is refused in words', (_what, text) => {
    const result = readSavedViews(text);
    expect(result).toMatchObject({ kind: 'unreadable' });
  });

  test('can do no more than filter', () => {
    const views = [{ name: 'Click me', query: 'javascript:alert(1)//?la=somerset&next=https://example.com&pool=x' }];
    const result = readSavedViews(JSON.stringify({ kind: 'sufficiency-views', version: 1, views }));
    expect(result).toEqual({ kind: 'read', views: [{ name: 'Click me', query: '' }] });
  });

  test('in an old form of link is read and kept in today’s', () => {
    const views = [{ name: 'Somerset', query: '?la=E06000066&period=2025-04..2026-03' }];
    const result = readSavedViews(JSON.stringify({ kind: 'sufficiency-views', version: 1, views }));
    expect(result).toEqual({ kind: 'read', views: [{ name: 'Somerset', query: '?la=somerset&period=2025-26' }] });
  });
});
