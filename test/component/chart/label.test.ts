import { describe, expect, test } from 'vitest';
import { legendHeight } from '@/components/chart/legend';
import { inLines, inPanels } from '@/components/chart/read';

describe('labels beside a chart', () => {
  test('of two parts take two lines only where one is too narrow', () => {
    expect(inLines('Foster: Lower', 200)).toEqual(['Foster: Lower']);
    expect(inLines('Supported Accommodation: Medium', 170)).toEqual(['Supported Accommodation:', 'Medium']);
    expect(inLines('Supported Accommodation', 70)).toEqual(['Supported', 'Accommoda…']);
  });

  test('of several words break between words, no word lost where two lines hold them', () => {
    expect(inLines('Bath and North East Somerset', 150)).toEqual(['Bath and North', 'East Somerset']);
    expect(inLines('Bournemouth, Christchurch and Poole', 180)).toEqual(['Bournemouth,', 'Christchurch and Poole']);
    expect(inLines('Communication, language or learning needs', 180)).toEqual([
      'Communication, language',
      'or learning needs',
    ]);
    expect(inLines('Incommunicado', 70)).toEqual(['Incommuni…']);
  });

  test('of two parts, several of each, can be drawn in panels; others cannot', () => {
    const of = (...labels: string[]) => labels.map((label) => ({ label }));
    expect(inPanels(of('Foster: Devon', 'Foster: Torbay', 'Residential: Devon'), 'label')).toBe(true);
    expect(inPanels(of('Foster: Devon', 'Residential: Devon'), 'label')).toBe(false);
    expect(inPanels(of('Foster: Devon', 'Foster: Torbay'), 'label')).toBe(false);
    expect(inPanels(of('Foster', 'Residential', 'Supported Accommodation'), 'label')).toBe(false);
  });

  test('of a key take as many lines as they need', () => {
    const names = ['Up to 5 miles', 'More than 5 to 10 miles', 'More than 10 to 20 miles', 'Distance not known'];
    expect(legendHeight(['value'], 300)).toBe(0);
    expect(legendHeight(names, 1400)).toBe(34);
    expect(legendHeight(names, 300)).toBeGreaterThan(legendHeight(names, 700));
  });
});
