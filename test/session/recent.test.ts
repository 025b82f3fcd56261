import { describe, expect, test } from 'vitest';
import type { Measure } from '@/lib/measure/measure';
import type { FigureState, PageResult } from '@/lib/measure/run';
import { RecentPages } from '@/lib/session/recent';

const page = (of: string, view: string, measures: readonly Measure[] = needs) => ({ measures, of, view });
const needs: readonly Measure[] = [];
const cost: readonly Measure[] = [];
const result = (kept: number, figures: Record<string, FigureState> = {}): PageResult => ({ figures, kept });

describe('the views a page has shown', () => {
  test('are given back as they were, to the page that showed them', () => {
    const recent = new RecentPages(8);
    recent.keep(page('1 sharing', 'devon'), result(7));
    expect(recent.get(page('1 sharing', 'devon'))).toEqual(result(7));
    expect(recent.get(page('1 sharing', 'somerset'))).toBeUndefined();
    expect(recent.get(page('1 sharing', 'devon', cost))).toBeUndefined();
  });

  test('are let go with the data and the mode they are of', () => {
    const recent = new RecentPages(8);
    recent.keep(page('1 working', 'devon'), result(7));
    expect(recent.get(page('1 sharing', 'devon'))).toBeUndefined();
    // Even asking from another mode lets go of exact figures.
    expect(recent.get(page('1 working', 'devon'))).toBeUndefined();
    recent.keep(page('1 sharing', 'somerset'), result(5));
    recent.keep(page('2 sharing', 'somerset'), result(6));
    expect(recent.get(page('1 sharing', 'somerset'))).toBeUndefined();
  });

  test('are few: the one not shown for longest goes first', () => {
    const recent = new RecentPages(8);
    for (let at = 0; at < 8; at += 1) recent.keep(page('1 sharing', `view ${at}`), result(at));
    recent.get(page('1 sharing', 'view 0'));
    recent.keep(page('1 sharing', 'view 8'), result(8));
    expect(recent.get(page('1 sharing', 'view 0'))).toEqual(result(0));
    expect(recent.get(page('1 sharing', 'view 1'))).toBeUndefined();
  });

  test('with a figure that failed are worked out again', () => {
    const recent = new RecentPages(8);
    const failed: FigureState = { state: 'error', id: 'match-rate', title: 'Match', error: new Error('memory') };
    recent.keep(page('1 sharing', 'devon'), result(7, { 'match-rate': failed }));
    expect(recent.get(page('1 sharing', 'devon'))).toBeUndefined();
  });
});
