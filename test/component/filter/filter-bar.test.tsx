import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FilterBar } from '@/components/filter/filter-bar';
import { MoreFilter } from '@/components/filter/more-filter';
import { NeedsFilter } from '@/components/filter/needs-filter';
import type { FilterOptions } from '@/components/filter/options';
import { PeriodFilter } from '@/components/filter/period-filter';
import type { Cell } from '@/lib/figure/figure';
import { defaultView, type View } from '@/lib/view/view';

const months = { from: 2024 * 12 + 3, to: 2026 * 12 + 2 };
const options: FilterOptions = {
  months,
  byDate: { referral: months, placement: months },
  authorities: ['E06000066', 'E10000008', 'E06000023'],
  regions: ['E12000009'],
  bespoke: [{ name: 'School type', values: ['Mainstream', 'Special'] }],
};

const nothing = () => {};

function bar(patch: Partial<View>, kept: Cell | null = 1204, counted = options) {
  return renderToStaticMarkup(
    <FilterBar
      view={{ ...defaultView, ...patch }}
      options={counted}
      kept={kept}
      total={11_982}
      onChange={nothing}
      onReset={nothing}
    />,
  );
}

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('the filter bar', () => {
  test('offers every filter as a closed disclosure with a name and a panel', () => {
    const markup = bar({});
    for (const label of ['Authority', 'Period', 'Sought', 'Secured', 'Needs and risks', 'More']) {
      expect(markup).toMatch(new RegExp(`aria-expanded="false" aria-controls="[a-z-]+"[^>]*>${label}`));
    }
    const controlled = [...markup.matchAll(/aria-controls="([^"]+)"/g)].map(([, id]) => id);
    for (const id of controlled) expect(markup).toContain(`id="${id}"`);
    expect(new Set(controlled).size).toBe(controlled.length);
  });

  test('says all placements are shown when nothing is filtered, with no chips and no reset', () => {
    const text = textOf(bar({}));
    expect(text).toContain('All 11,982 placements');
    expect(text).not.toContain('Reset');
    expect(text).not.toContain('Remove filter');
  });

  test('says how many are kept, politely, with a chip for each filter', () => {
    const markup = bar({ sought: ['Foster'], notice: ['Today'] });
    expect(markup).toMatch(/role="status"[^>]*>1,204 of 11,982 placements/);
    expect(textOf(markup)).toContain('Remove filter: Foster sought');
    expect(textOf(markup)).toContain('Remove filter: Needed today');
    expect(textOf(markup)).toContain('Filters (2)');
    expect(textOf(markup)).toContain('Reset all filters');
  });

  test('never shows a count that protection hides', () => {
    const withheld: Cell = { symbol: 'c', reason: 'Fewer than 5 placements.' };
    expect(textOf(bar({ sought: ['Foster'] }, withheld))).toContain('Fewer than 5 placements of 11,982 placements');
  });

  test('says it is counting until it knows', () => {
    expect(textOf(bar({ sought: ['Foster'] }, null))).toContain('Counting…');
  });

  test('names on each button what is chosen', () => {
    const text = textOf(bar({ authorities: ['E06000066'], period: { kind: 'last', months: 12 }, sought: ['Foster'] }));
    expect(text).toContain('Authority : Somerset');
    expect(text).toContain('Period : last 12 months');
    expect(text).toContain('Sought : 1 chosen');
  });

  test('compares with what this pool can compare with', () => {
    const all = textOf(bar({}));
    expect(all).toContain('Last 12 months with the 12 before');
    expect(all).not.toContain('The rest of the pool');
    const one = textOf(bar({ authorities: ['E06000066'], period: { kind: 'last', months: 24 } }));
    expect(one).toContain('April 2022 – March 2024 (not in this pool)');
    expect(one).toContain('The rest of the pool');
    expect(bar({ authorities: ['E06000066'] })).not.toContain('<option value="E06000066"');
  });

  test('names no months to compare with where demand and cost are compared with different ones', () => {
    const byDate = { referral: months, placement: { from: months.from, to: months.to + 2 } };
    const counted = { ...options, byDate };
    const last = textOf(bar({ period: { kind: 'last', months: 12 } }, 10, counted));
    expect(last).toContain('The same length of time before');
    expect(last).not.toContain('April 2024 – March 2025');
    const own = textOf(bar({ period: { kind: 'last', months: 12 }, basis: 'placement' }, 10, counted));
    expect(own).toContain('June 2024 – May 2025');
    const fixed = textOf(bar({ period: { kind: 'months', from: '2025-04', to: '2026-03' } }, 10, counted));
    expect(fixed).toContain('April 2024 – March 2025');
  });

  test('holds no inline style and no duplicate id', () => {
    const markup = bar({ sought: ['Foster'] });
    expect(markup).not.toContain('style=');
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a panel', () => {
  const props = { view: defaultView, options, onChange: nothing };

  test.each([
    ['Needs and risks', <NeedsFilter key="needs" {...props} />, 25],
    ['More', <MoreFilter key="more" {...props} />, 28],
    ['Period', <PeriodFilter key="period" {...props} />, 8],
  ])('%s groups its choices in named fieldsets, every control labelled', (_name, panel, least) => {
    const markup = renderToStaticMarkup(panel);
    expect(markup.match(/<fieldset/g)?.length).toBe(markup.match(/<legend/g)?.length);
    const controls = [...markup.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(controls.length).toBeGreaterThanOrEqual(least);
    for (const id of controls) expect(markup).toContain(`for="${id}"`);
    expect(new Set(controls).size).toBe(controls.length);
  });

  test('Period offers the pool’s own years, quarters and months', () => {
    const text = textOf(renderToStaticMarkup(<PeriodFilter {...props} />));
    expect(text).toContain('Last 12 months (April 2025 – March 2026)');
    expect(text).toContain('2025-26 2024-25');
    expect(text).toContain('2025-26 Q4 2025-26 Q3');
    expect(text).toContain('April 2024 May 2024');
  });

  test('Period over a pool without dates says so', () => {
    const view = renderToStaticMarkup(<PeriodFilter {...props} options={{ ...options, months: null }} />);
    expect(textOf(view)).toContain('This pool has no dates');
  });

  test('shows how many placements each choice has, where that may be known', () => {
    const counts = { needs: { riskMissing: 41, soloPlacement: { symbol: 'c', reason: 'Fewer than 5' } as const } };
    const text = textOf(renderToStaticMarkup(<NeedsFilter {...props} options={{ ...options, counts }} />));
    expect(text).toContain('Going missing 41 placements');
    expect(text).toContain('Fewer than 5');
  });

  test('More lists the pool’s own columns', () => {
    const text = textOf(renderToStaticMarkup(<MoreFilter {...props} />));
    expect(text).toContain('School type');
    expect(text).toContain('Special');
  });
});
