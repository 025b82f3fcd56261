import { describe, expect, test } from 'vitest';
import type { PoolFacts } from '@/lib/measure/context';
import {
  chosenMeasures,
  packSections,
  packTitle,
  packView,
  sectionsOf,
  sectionWords,
  trendView,
} from '@/lib/pack/request';
import { defaultView, type View } from '@/lib/view/view';

const months = { from: 2024 * 12 + 3, to: 2026 * 12 + 2 };
const facts: PoolFacts = {
  rows: 100,
  authorities: [
    { code: 'E06000066', name: 'Somerset', region: 'E12000009' },
    { code: 'E10000008', name: 'Devon', region: 'E12000009' },
  ],
  regions: [{ code: 'E12000009', name: 'South West' }],
  months: { referral: months, placement: months },
  sources: [],
  packed: false,
};
const somerset: View = { ...defaultView, authorities: ['E06000066'] };

describe('the sections of a pack', () => {
  const all = packSections.map(({ id }) => id);

  test('are all where the link names none, and never none', () => {
    expect(sectionsOf(null)).toEqual(all);
    expect(sectionsOf(['nonsense'])).toEqual(all);
    expect(sectionWords([])).toBeNull();
  });

  test('are read in the order of the pack, however they were written, and written back the same', () => {
    expect(sectionsOf(['COST, needs', 'headline'])).toEqual(['headline', 'needs', 'cost']);
    expect(sectionWords(['cost', 'needs'])).toEqual(['needs,cost']);
    expect(sectionsOf(sectionWords(['quality', 'distance']))).toEqual(['distance', 'quality']);
    expect(sectionWords(all)).toBeNull();
  });
});

describe('the period of a pack', () => {
  test('is the latest quarter where the link names none, so that the same link serves next month', () => {
    expect(packView(defaultView).period).toEqual({ kind: 'latest', unit: 'quarter' });
    expect(packTitle(packView(somerset), facts)).toBe('Quarterly review: Somerset, January 2026 – March 2026');
    const later = { from: months.from, to: months.to + 3 };
    const nextQuarter = { ...facts, months: { referral: later, placement: later } };
    expect(packTitle(packView(somerset), nextQuarter)).toBe('Quarterly review: Somerset, April 2026 – June 2026');
  });

  test('stays as chosen where one is', () => {
    const month: View = { ...defaultView, period: { kind: 'months', from: '2026-03', to: '2026-03' } };
    expect(packView(month)).toEqual(month);
    expect(packTitle(month, facts)).toBe('Monthly review: South West, March 2026');
    expect(packTitle({ ...month, period: { kind: 'latest', unit: 'year' } }, facts)).toMatch(
      /^Annual review: South West/,
    );
  });

  test('reaches back two years for what is shown over time, without a comparison it could not reach', () => {
    const trend = trendView(packView(somerset), facts);
    expect(trend.period).toEqual({ kind: 'months', from: '2024-04', to: '2026-03' });
    expect(trend.compare).toEqual({ kind: 'none' });
    expect(trend.authorities).toEqual(somerset.authorities);
    const rest: View = { ...packView(somerset), compare: { kind: 'rest' } };
    expect(trendView(rest, facts).compare).toEqual({ kind: 'rest' });
  });
});

describe('the figures of a pack', () => {
  const idsOf = (view: View) =>
    chosenMeasures(view, ['headline', 'needs', 'cost', 'distance']).flatMap(({ measures }) =>
      measures.map(({ id }) => id),
    );

  test('are sixteen to twenty-one, each once', () => {
    for (const view of [defaultView, somerset]) {
      const ids = idsOf(view);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThanOrEqual(16);
      expect(ids.length).toBeLessThanOrEqual(21);
    }
  });

  test('leave out comparisons of authorities where there is one', () => {
    expect(idsOf(defaultView)).toContain('like-for-like');
    expect(idsOf(somerset).filter((id) => /by-la|like-for-like/.test(id))).toEqual([]);
  });

  test('are those of the sections asked for', () => {
    expect(chosenMeasures(defaultView, ['cost']).map(({ id }) => id)).toEqual(['cost']);
  });
});
