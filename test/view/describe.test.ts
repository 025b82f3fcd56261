import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalView } from '@/lib/view/canonical';
import { chipsOf } from '@/lib/view/chips';
import { describeView, placeWords, viewTitle } from '@/lib/view/describe';
import { defaultView, type View } from '@/lib/view/view';
import { arbitraryView } from './arbitrary';

const pool = { from: 2024 * 12 + 3, to: 2026 * 12 + 2 };

const somerset: View = {
  ...defaultView,
  authorities: ['E06000066'],
  sought: ['Foster'],
  secured: ['Residential'],
  period: { kind: 'months', from: '2025-04', to: '2026-03' },
};

describe('a title', () => {
  test('says where, what and when', () => {
    expect(viewTitle(somerset)).toBe('Somerset · foster sought, residential secured · 2025-26');
    expect(viewTitle(defaultView)).toBe('All authorities · All periods');
  });

  test('says a few further filters and counts many', () => {
    expect(viewTitle({ ...defaultView, notice: ['Today'], siblingGroup: 'yes' })).toBe(
      'All authorities · needed today, sibling group · All periods',
    );
    expect(viewTitle({ ...defaultView, notice: ['Today'], siblingGroup: 'yes', band: ['Lower'] })).toBe(
      'All authorities · 3 more filters · All periods',
    );
    expect(viewTitle({ ...defaultView, needs: ['riskMissing', 'soloPlacement'], needsMatch: 'all' })).toBe(
      'All authorities · going missing and solo placement recommended · All periods',
    );
  });

  test('is never empty and never long', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const title = viewTitle({ ...view, bespoke: {}, home: [], placed: [] });
        expect(title.length).toBeGreaterThan(5);
        expect(title.length).toBeLessThan(400);
      }),
    );
  });
});

describe('a place', () => {
  test.each([
    [{}, 'All authorities'],
    [{ authorities: ['E06000066'] }, 'Somerset'],
    [{ authorities: ['E06000066', 'E10000008'] }, 'Somerset and Devon'],
    [{ regions: ['E12000009'] }, 'South West'],
    [{ authorities: ['E06000066', 'E10000008', 'E06000023', 'E06000024'] }, '4 authorities'],
  ])('%j is %s', (patch, words) => {
    expect(placeWords({ ...defaultView, ...patch })).toBe(words);
  });
});

describe('a view in full', () => {
  test('names every filter, with the months of its period', () => {
    const view: View = {
      ...somerset,
      period: { kind: 'last', months: 12 },
      needs: ['riskMissing', 'soloPlacement'],
      needsMatch: 'all',
      cuts: [1, 3],
    };
    expect(describeView(view, pool).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Placing authority: Somerset',
      'Period: Last 12 months (April 2025 – March 2026)',
      'Type sought: Foster',
      'Type secured: Residential',
      'Needs and risks (all of): Going missing and Solo placement recommended',
      'Bands of need: Medium from 1 risk, Higher from 3',
      'Compared with: The period before, of equal length',
    ]);
  });
});

describe('chips', () => {
  test('removed one after another leave the default view', () => {
    fc.assert(
      fc.property(arbitraryView, (wanted) => {
        let view = canonicalView(wanted);
        for (let chips = chipsOf(view); chips.length > 0; chips = chipsOf(view)) {
          const after = { ...view, ...chips[0]?.patch };
          expect(after).not.toEqual(view);
          view = after;
        }
        expect(view).toEqual({ ...defaultView, compare: view.compare, needsMatch: view.needsMatch });
      }),
    );
  });

  test('have ids and labels of their own', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const ids = chipsOf(canonicalView(view)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('say what they filter: a type sought is not a type secured', () => {
    expect(chipsOf(somerset).map(({ label }) => label)).toEqual([
      'Somerset',
      '2025-26',
      'Foster sought',
      'Residential secured',
    ]);
  });
});
