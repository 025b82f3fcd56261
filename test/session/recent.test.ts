import { describe, expect, test } from 'vitest';
import type { Measure } from '@/lib/measure/measure';
import type { FigureState, PageResult } from '@/lib/measure/run';
import { keepRecent, recentPage } from '@/lib/session/recent';

const page = (): readonly Measure[] => [];
const result = (kept: number, figures: Record<string, FigureState> = {}): PageResult => ({ figures, kept });

describe('the views a page has shown', () => {
  test('are given back as they were, to the page that showed them', () => {
    const [needs, cost] = [page(), page()];
    keepRecent(needs, '1 sharing', 'devon', result(7));
    expect(recentPage(needs, '1 sharing', 'devon')).toEqual(result(7));
    expect(recentPage(needs, '1 sharing', 'somerset')).toBeUndefined();
    expect(recentPage(cost, '1 sharing', 'devon')).toBeUndefined();
  });

  test('are let go with the data and the mode they are of', () => {
    const needs = page();
    keepRecent(needs, '1 working', 'devon', result(7));
    expect(recentPage(needs, '1 sharing', 'devon')).toBeUndefined();
    keepRecent(needs, '1 sharing', 'somerset', result(5));
    expect(recentPage(needs, '1 working', 'devon')).toBeUndefined();
    keepRecent(needs, '2 sharing', 'somerset', result(6));
    expect(recentPage(needs, '1 sharing', 'somerset')).toBeUndefined();
  });

  test('are few: the one not shown for longest goes first', () => {
    const needs = page();
    for (let at = 0; at < 8; at += 1) keepRecent(needs, '1 sharing', `view ${at}`, result(at));
    recentPage(needs, '1 sharing', 'view 0');
    keepRecent(needs, '1 sharing', 'view 8', result(8));
    expect(recentPage(needs, '1 sharing', 'view 0')).toEqual(result(0));
    expect(recentPage(needs, '1 sharing', 'view 1')).toBeUndefined();
  });

  test('with a figure that failed are worked out again', () => {
    const needs = page();
    const failed: FigureState = { state: 'error', id: 'match-rate', title: 'Match', error: new Error('memory') };
    keepRecent(needs, '1 sharing', 'devon', result(7, { 'match-rate': failed }));
    expect(recentPage(needs, '1 sharing', 'devon')).toBeUndefined();
  });
});
