import { beforeAll, describe, expect, it } from 'vitest';
import { type ProtectedDraft, pageProtector, protect } from '@/lib/disclosure/protect';
import { type Draft, isWithheld, type Table } from '@/lib/figure/figure';
import { needsFigures } from '@/lib/measure/figures';
import type { Protect } from '@/lib/measure/protection';
import { defaultView } from '@/lib/view/view';
import { codeOf, figuresOf, type SamplePool, samplePool } from './support/sample';

let sample: SamplePool;
beforeAll(async () => {
  sample = await samplePool();
});

function hiddenIn({ table, extra }: Pick<ProtectedDraft, 'table' | 'extra'>): number {
  const tables: readonly Table[] = [table, ...Object.values(extra)];
  return tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row))).filter(isWithheld).length;
}

/** Cells hidden on a page by its memory, and by each figure alone. */
async function hiddenFor(
  name: string,
): Promise<{ readonly together: number; readonly alone: number; readonly trend: number }> {
  const door = pageProtector();
  let alone = 0;
  let together = 0;
  const drafts: Draft[] = [];
  const both: Protect = (draft, mode, settings) => {
    const shown = door(draft, mode, settings);
    drafts.push(draft);
    alone += hiddenIn(protect(draft, mode, settings));
    together += hiddenIn(shown);
    return shown;
  };
  const figures = await figuresOf(sample, needsFigures, { ...defaultView, authorities: [codeOf(sample, name)] }, both);
  const trend = figures['match-rate-trend'];
  return { together, alone, trend: trend?.state === 'ready' ? hiddenIn(trend.figure) : Number.POSITIVE_INFINITY };
}

describe('a page of one authority', () => {
  it.each(['Somerset', 'Torbay', 'Bath and North East Somerset'])(
    'of %s hides at most half as much again as its figures alone would',
    async (name) => {
      const { together, alone } = await hiddenFor(name);
      expect(alone).toBeGreaterThan(0);
      expect(together / alone).toBeLessThanOrEqual(1.5);
    },
  );

  it('keeps the monthly trend of what was asked for and found, of an authority the size of Somerset', async () => {
    expect((await hiddenFor('Somerset')).trend).toBeLessThanOrEqual(30);
  });
});
