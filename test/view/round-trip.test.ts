import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorities } from '@/lib/place/authority';
import { canonicalView } from '@/lib/view/canonical';
import { needChoices } from '@/lib/view/choices';
import { parameters } from '@/lib/view/parameter';
import { parseView } from '@/lib/view/parse';
import { defaultView, type View } from '@/lib/view/view';
import { fitView, viewQuery } from '@/lib/view/write';
import { arbitraryView } from './arbitrary';

/** Through a real URL, as a browser would send it. */
function open(query: string) {
  return parseView(new URL(query, 'https://example.org/needs').searchParams);
}

const junk = fc.oneof(
  fc.webQueryParameters(),
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...parameters.map(({ name }) => name)), fc.string({ maxLength: 8 })),
        fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('somerset', 'foster,foster', '2025-26', 'Today', 'a:b')),
      ),
      { maxLength: 8 },
    )
    .map((parts) => new URLSearchParams(parts).toString()),
);

describe('a view through a link', () => {
  test('comes back the same', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const { view: kept, leftOut } = fitView(view);
        if (leftOut.length === 0) expect(kept).toEqual(canonicalView(view));
        const opened = open(viewQuery(view));
        expect(opened.view).toEqual(kept);
        expect(opened.notices.map(({ value }) => value)).toEqual(leftOut);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is written the same in whatever order its parts were chosen', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const turned: View = {
          ...view,
          authorities: [...view.authorities, ...view.authorities].reverse(),
          needs: [...view.needs].reverse(),
          home: [...view.home].reverse(),
        };
        expect(viewQuery(turned)).toBe(viewQuery(view));
      }),
    );
  });

  test('read from anything at all, writes itself once and for all', () => {
    fc.assert(
      fc.property(junk, (text) => {
        const once = viewQuery(parseView(new URLSearchParams(text)).view);
        const again = open(once);
        expect(viewQuery(again.view)).toBe(once);
        expect(again.notices).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('fits in 2,000 characters, site and pool included, whatever is chosen', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const url = new URL(viewQuery(view, `${'a'.repeat(40)}.153.2024-04.2026-03.0000000`), 'https://host/');
        expect(url.search.length).toBeLessThanOrEqual(1_800);
      }),
    );
  });
});

describe('the default view', () => {
  test('writes nothing', () => {
    expect(viewQuery(defaultView)).toBe('');
    expect(open('').view).toEqual(defaultView);
  });

  test('is what each default choice writes', () => {
    expect(viewQuery({ ...defaultView, compare: { kind: 'previous' }, cuts: [2, 4], needsMatch: 'any' })).toBe('');
  });
});

describe('a view too large for a link', () => {
  const everything: View = {
    ...defaultView,
    authorities: authorities.map(({ code }) => code),
    needs: needChoices.map(({ value }) => value),
  };

  test('still names every authority and every need', () => {
    expect(fitView(everything).leftOut).toEqual([]);
    expect(open(viewQuery(everything)).view.authorities).toHaveLength(153);
  });

  test('loses its longest list and says so to whoever opens it', () => {
    const home = Array.from({ length: 600 }, (_, index) => `AB${index % 100}`);
    const placed = Array.from(
      { length: 500 },
      (_, index) => `${String.fromCharCode(65 + (index % 26))}${index % 10}${String.fromCharCode(65 + (index % 20))}`,
    );
    const opened = open(viewQuery({ ...everything, home, placed, siblingGroup: 'yes' }));
    expect(opened.view.siblingGroup).toBe('yes');
    expect(opened.notices.length).toBeGreaterThan(0);
    expect(opened.notices[0]?.message).toMatch(/could not hold every choice of (home|placement) area/);
  });
});
