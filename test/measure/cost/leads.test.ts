import { expect, test } from 'vitest';
import type { TableRow } from '@/lib/figure/figure';
import { homesLead, providersLead, reviewLead } from '@/lib/measure/cost/leads';

const figure = (rows: readonly TableRow[], headline = '') => ({ table: { columns: [], rows }, headline });
const hidden = { symbol: 'c', reason: 'Hidden' } as const;
const flows = figure([
  { sought: 'Residential', secured: 'Foster', k: 12 },
  { sought: 'Foster', secured: 'Residential', k: 40 },
  { sought: 'Foster', secured: 'Supported Accommodation', k: hidden },
]);
const cause = (value: number, lower: number, upper: number) =>
  figure([{ driver: 'displacement', value, lower, upper }]);

test('homes to find: what is displaced most, and where that added most, never from a hidden cell', () => {
  const areas = figure([
    { la: 'Devon', displacement: 100 },
    { la: 'Somerset', displacement: hidden },
    { la: 'Bristol, City of', displacement: 2500 },
    { la: 'Dorset', displacement: -300 },
  ]);
  expect(homesLead(cause(5000, 1000, 9000), areas, flows)).toEqual({
    act: 'Find more foster care, first in City of Bristol and Devon',
    because:
      'Foster care was sought and residential care secured for 40 placements of the period. Homes of any type asked for and not found added £5,000 a week against the period before (likely between £1,000 and £9,000). By authority it was City of Bristol (£2,500 a week more) and Devon (£100).',
  });
});

test('homes to find: a change chance alone could have made is said to be one, a fall is a fall', () => {
  expect(homesLead(cause(50, -200, 300), figure([]), flows)?.because).toContain(
    'made a difference of £50 more a week, which chance alone could have made',
  );
  expect(homesLead(cause(-800, -900, -700), figure([]), flows)?.because).toContain(
    'took off £800 a week against the period before (likely between £700 and £900)',
  );
  expect(homesLead(figure([]), figure([]), figure([]))).toBeNull();
});

const dear = { secured: 'Residential', verdict: 'more', n: 20, gap: 500, adjusted: 1.25 };

test('an authority to review is one no second method says paid less; without one its headline is said', () => {
  const rows = [
    { ...dear, la: 'Devon', excess: 9000, check: 'less' },
    { ...dear, la: 'Dorset', excess: 4000, check: 'more' },
    { ...dear, la: 'Torbay', excess: 6000, check: 'more', secured: 'Foster' },
    { ...dear, la: 'Poole', excess: hidden, check: 'more' },
  ];
  expect(reviewLead(figure(rows))).toEqual({
    act: 'Review what Torbay pays for foster care',
    because:
      'By two methods it paid more than the region paid for the same type of home and level of need: £500 a week each (25%), £6,000 a week for its 20 placements. Then Dorset, residential care (£4,000 a week).',
  });
  expect(reviewLead(figure(rows.slice(0, 1), 'Nobody clearly paid more'))).toEqual({
    act: 'No authority stands out',
    because: 'Nobody clearly paid more.',
  });
});

test('an authority only the first method is sure of comes after those both are, and that is said', () => {
  const rows = [
    { ...dear, la: 'Wiltshire', excess: 9000, check: 'no clear difference' },
    { ...dear, la: 'Dorset', excess: 4000, check: 'more' },
  ];
  const both = reviewLead(figure(rows));
  expect(both.act).toBe('Review what Dorset pays for residential care');
  expect(both.because).toContain(
    'Then Wiltshire, residential care (£9,000 a week; a second method, over all its types, sees no clear difference).',
  );
  const one = reviewLead(figure(rows.slice(0, 1))).because;
  expect(one).toMatch(/^It paid more .* for its 20 placements; a second method, .* no clear difference\.$/);
  expect(reviewLead(figure([{ ...dear, la: 'Poole', excess: 9000, check: hidden }])).because).toMatch(
    /; too few placements for a second method\.$/,
  );
});

test('providers to ask are those both methods find dearer, by the names a list gives them', () => {
  const rows = [
    { ...dear, provider: 'SC1', excess: 1000, check: 'Agree: more' },
    { ...dear, provider: 'SC2', excess: 9000, check: 'Differ' },
    { ...dear, provider: 'SC3', excess: 3000, check: 'Agree: more' },
  ];
  const said = providersLead(figure(rows), (urn) => (urn === 'SC3' ? 'Rowan House (SC3)' : urn));
  expect(said.act).toBe('Ask Rowan House (SC3) and SC1 what their prices are for');
  expect(said.because).toContain('Rowan House (SC3), residential care: £500 a week each (25%), £3,000 a week');
  expect(said.because).not.toContain('SC2');
});
