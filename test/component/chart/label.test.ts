import { describe, expect, test } from 'vitest';
import { legendHeight } from '@/components/chart/legend';
import { inLines } from '@/components/chart/read';

describe('labels beside a chart', () => {
  test('of two parts take two lines only where one is too narrow', () => {
    expect(inLines('Foster: Lower', 200)).toEqual(['Foster: Lower']);
    expect(inLines('Supported Accommodation: Medium', 170)).toEqual(['Supported Accommodation:', 'Medium']);
    expect(inLines('Supported Accommodation', 70)).toEqual(['Supported…']);
  });

  test('of a key take as many lines as they need', () => {
    const names = ['Up to 5 miles', 'More than 5 to 10 miles', 'More than 10 to 20 miles', 'Distance not known'];
    expect(legendHeight(['value'], 300)).toBe(0);
    expect(legendHeight(names, 1400)).toBe(34);
    expect(legendHeight(names, 300)).toBeGreaterThan(legendHeight(names, 700));
  });
});
