import { describe, expect, test } from 'vitest';
import { parseView } from '@/lib/view/parse';
import { defaultView } from '@/lib/view/view';

function open(query: string) {
  return parseView(new URLSearchParams(query));
}

describe('a part that is not understood', () => {
  test('is ignored and named', () => {
    const { view, notices } = open('?la=somerset&colour=blue');
    expect(view.authorities).toEqual(['E06000066']);
    expect(notices).toEqual([
      { param: 'colour', value: 'blue', message: 'The link has a part we do not know, “colour”. It was ignored.' },
    ]);
  });

  test('leaves the rest of its list standing', () => {
    const { view, notices } = open('?la=somerset,narnia');
    expect(view.authorities).toEqual(['E06000066']);
    expect(notices[0]?.message).toBe('“narnia” is not a placing authority we know. It was ignored.');
  });

  test('says outright when the view is wider for it', () => {
    const { view, notices } = open('?la=narnia,atlantis');
    expect(view).toEqual(defaultView);
    expect(notices.map(({ message }) => message)).toEqual([
      '“narnia,atlantis” names no placing authority we know, so nothing is filtered by placing authority.',
    ]);
  });

  test.each([
    'la=',
    'region=wales',
    'period=yesterday',
    'period=2025-27',
    'period=2025-13',
    'period=2025-26-q5',
    'period=last-7-months',
    'period=2025-04-01..2025-04-02',
    'basis=auto-matic',
    'sought=Foster+care',
    'secured=none',
    'needs=riskOther',
    'needs-match=both',
    'notice=soon',
    'siblings=maybe',
    'preferred=1',
    'band=highest',
    'distance=21',
    'locality=abroad',
    'home=BS14+1AA',
    'placed=12',
    'x=no-colon',
    'x=:nameless',
    'x=valueless:',
    'x=__proto__:polluted',
    'compare=everyone',
    'cuts=4-2',
    'cuts=0-99',
    'cut=la',
    'pool=mine',
  ])('%s is the default with a notice', (query) => {
    const { view, pool, notices } = open(query);
    expect(view).toEqual(defaultView);
    expect(pool).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toMatch(/^.{10,}\.$/);
  });
});

describe('a link that people and programs have handled', () => {
  test('may repeat a list', () => {
    expect(open('?la=somerset&la=devon,somerset').view.authorities).toEqual(['E06000066', 'E10000008']);
    expect(open('?la=somerset&la=devon').notices).toEqual([]);
  });

  test('keeps the first of two choices and says so', () => {
    const { view, notices } = open('?siblings=yes&siblings=no&siblings=yes');
    expect(view.siblingGroup).toBe('yes');
    expect(notices[0]?.message).toContain('The first is used and “no” ignored');
    expect(notices).toHaveLength(1);
  });

  test('may have changed case or gained spaces', () => {
    expect(open('?LA=SOMERSET, Devon&Needs=RISKMISSING&period=2025-26-Q1').view).toEqual({
      ...defaultView,
      authorities: ['E06000066', 'E10000008'],
      needs: ['riskMissing'],
      period: { kind: 'months', from: '2025-04', to: '2025-06' },
    });
  });

  test('may have lost half an encoding', () => {
    expect(() => open('?la=%E0%A4%A&x=%:%,%25&sought=%00')).not.toThrow();
  });

  test('turns months round', () => {
    expect(open('?period=2026-03..2025-04').view.period).toEqual({ kind: 'months', from: '2025-04', to: '2026-03' });
  });
});

describe('hostile links', () => {
  test('cannot reach a prototype', () => {
    const { view } = open(
      '?__proto__=x&constructor=y&x=__proto__:a&x=constructor:b&x=toString:c&__proto__[la]=somerset',
    );
    expect(view.bespoke).toEqual({ toString: ['c'] });
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(Object.getPrototypeOf(view.bespoke)).toBe(Object.prototype);
  });

  test('say little however large they are', () => {
    const huge = new URLSearchParams();
    huge.append('la', 'narnia,'.repeat(100_000));
    huge.append('z'.repeat(1_000_000), 'z'.repeat(1_000_000));
    for (let index = 0; index < 20_000; index++) huge.append(`p${index}`, '😀'.repeat(50));
    const { view, notices } = parseView(huge);
    expect(view).toEqual(defaultView);
    expect(notices.length).toBeLessThanOrEqual(13);
    for (const { param, value, message } of notices) expect((param + value + message).length).toBeLessThan(500);
  });

  test('of the longest values we read at all are read', () => {
    const large = new URLSearchParams();
    for (let index = 0; index < 200; index++) {
      large.append(
        index % 2 === 0 ? 'home' : 'x',
        index % 2 === 0 ? 'ab1,'.repeat(990) : `c${index}:${'v,'.repeat(1900)}`,
      );
    }
    expect(() => parseView(large)).not.toThrow();
  });
});
