import { describe, expect, it } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { bases, checkedSettings, defaultSettings, settingsWords, thresholds } from '@/lib/disclosure/settings';
import { isWithheld } from '@/lib/figure/figure';
import { figureOf, randomPool, specs } from './support/page';
import { random } from './support/table';

const reason = 'Agreed by the region’s data board in May.';

describe('how small numbers are protected', () => {
  it('may be stricter than the standard and never weaker, whatever is asked', () => {
    expect(checkedSettings({ threshold: 10, base: 10, reason })).toEqual({ threshold: 10, base: 10, reason });
    for (const threshold of [0, 1, 4, 7, 5.5, Number.NaN, -5])
      expect(typeof checkedSettings({ threshold, base: 5, reason })).toBe('string');
    for (const base of [0, 1, 3, -5, Number.POSITIVE_INFINITY])
      expect(typeof checkedSettings({ threshold: 5, base, reason })).toBe('string');
  });

  it('needs a reason of a sentence, and keeps it on one line', () => {
    expect(checkedSettings({ threshold: 6, base: 5, reason: '  ok ' })).toMatch(/Say why/);
    expect(checkedSettings({ threshold: 6, base: 5, reason: 'x'.repeat(400) })).toMatch(/at most 300/);
    expect(checkedSettings({ threshold: 6, base: 5, reason: ` As\nagreed in May. ` })).toMatchObject({
      reason: 'As agreed in May.',
    });
    expect(checkedSettings(defaultSettings)).toEqual(defaultSettings);
  });

  it('is said in words for a cover sheet', () => {
    expect(settingsWords({ threshold: 6, base: 10, reason })).toBe(
      `Counts of 1 to 5 are hidden and others rounded to the nearest 10. ${reason}`,
    );
  });

  it('shows nothing under any threshold, rounded to any base', () => {
    const next = random(9);
    for (const threshold of thresholds) {
      for (const base of bases) {
        const { draft } = figureOf(specs[0] as (typeof specs)[number], randomPool(next, 300));
        const { table } = protect(draft, 'sharing', { threshold, base });
        const shown = table.rows.map(({ n }) => n).filter((n) => !isWithheld(n));
        expect(shown.filter((n) => n !== 0 && (Number(n) < threshold || Number(n) % base !== 0))).toEqual([]);
      }
    }
  });
});
