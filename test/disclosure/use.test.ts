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
): Promise<{ readonly together: number; readonly alone: number; readonly hidden: (id: string) => number }> {
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
  const hidden = (id: string) => {
    const state = figures[id];
    return state?.state === 'ready' ? hiddenIn(state.figure) : Number.POSITIVE_INFINITY;
  };
  return { together, alone, hidden };
}

describe('a page of one authority', () => {
  it.each(['Somerset', 'Torbay', 'Bath and North East Somerset'])(
    'of %s hides at most a third more than its figures alone would',
    async (name) => {
      const { together, alone } = await hiddenFor(name);
      expect(alone).toBeGreaterThan(0);
      expect(together / alone).toBeLessThanOrEqual(1.33);
    },
  );

  it('of the size of Somerset still says how often each type asked for was found, and how that went over the months', async () => {
    const { hidden } = await hiddenFor('Somerset');
    expect(hidden('match-rate')).toBe(0);
    expect(hidden('strict-match')).toBe(0);
    expect(hidden('match-rate-trend')).toBeLessThanOrEqual(30);
  });
});
