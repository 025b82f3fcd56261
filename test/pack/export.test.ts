import { describe, expect, test } from 'vitest';
import { pageProtector } from '@/lib/disclosure/protect';
import { type Draft, type Figure, isWithheld } from '@/lib/figure/figure';
import { remember } from '@/lib/measure/provenance';
import { clear, release } from '@/lib/pack/export';

const limits = { threshold: 5, base: 5 };

/** A figure of one rounded count a type, protected as the runner does it. */
function figureOf(counts: Readonly<Record<string, number>>, mode: 'sharing' | 'working' = 'sharing'): Figure {
  const draft: Draft = {
    table: {
      columns: [
        { name: 'secured', label: 'Type secured', kind: 'dimension' },
        { name: 'n', label: 'Placements', kind: 'count' },
      ],
      rows: Object.entries(counts).map(([secured, n]) => ({ secured, n })),
    },
    disclosure: { kind: 'rounded', counts: ['n'] },
    charts: [{ kind: 'bar', label: 'secured', value: 'n', layout: 'single', format: 'count' }],
    n: Object.values(counts).reduce((sum, n) => sum + n, 0),
    exclusions: [],
    caveats: [],
    warnings: [],
  };
  const shown = pageProtector()(draft, mode, limits);
  const tell = ({ table }: Pick<Figure, 'table'>) => ({
    headline: table.rows
      .map(({ secured, n }) => `${String(secured)} ${isWithheld(n) ? 'hidden' : String(n)}`)
      .join(', '),
    subtitle: 'Placements',
    restsOn: '',
  });
  const figure: Figure = {
    id: 'types',
    title: 'Types secured',
    ...tell(shown),
    table: shown.table,
    extra: shown.extra,
    charts: shown.charts,
    n: shown.n,
    exclusions: shown.exclusions,
    caveats: [],
    warnings: [],
    recording: [],
    source: 'A test',
    protection: mode,
    protectionNotes: shown.notes,
  };
  remember(figure, { draft, shown, tell });
  return figure;
}

const cellsOf = ({ table }: Figure) => table.rows.map(({ n }) => (isWithheld(n) ? 'hidden' : n));

describe('what leaves in a session', () => {
  test('is the figure as shown when nothing left before', () => {
    const figure = figureOf({ Foster: 5, Residential: 40 });
    const { figures, changed, words } = clear([figure], 'first', limits);
    expect(figures).toEqual([figure]);
    expect(changed.size).toBe(0);
    expect(words).toBe('');
  });

  test('holds back, and says so, what beside an earlier export would tell a small number apart', () => {
    release([figureOf({ Foster: 5, Residential: 40 })], 'told', limits);
    // 5 and 7 are both shown as 5, which only 5 to 7 are: one filter apart, they differ by at most 2 children.
    const { figures, changed, words } = release([figureOf({ Foster: 7, Residential: 80 })], 'told', limits);
    const [figure] = figures;
    expect(figure && cellsOf(figure)).toEqual(['hidden', 80]);
    expect(figure?.headline).toBe('Foster hidden, Residential 80');
    expect(figure?.protectionNotes.join(' ')).toMatch(/earlier download/);
    expect(changed).toEqual(new Set(['types']));
    expect(words).toMatch(/“Types secured” leaves with more hidden than on screen/);
  });

  test('is not remembered when it is only looked at', () => {
    clear([figureOf({ Foster: 5, Residential: 40 })], 'looked', limits);
    expect(clear([figureOf({ Foster: 7, Residential: 80 })], 'looked', limits).changed.size).toBe(0);
  });

  test('may leave again as it left', () => {
    const first = figureOf({ Foster: 5, Residential: 40 });
    release([first], 'again', limits);
    expect(release([first], 'again', limits).changed.size).toBe(0);
  });

  test('is weighed against exports of the same pool only', () => {
    release([figureOf({ Foster: 5, Residential: 40 })], 'one pool', limits);
    expect(clear([figureOf({ Foster: 7, Residential: 80 })], 'another pool', limits).changed.size).toBe(0);
  });

  test('is never a shared figure whose origin is not known: a copy cannot slip past', () => {
    const copy = { ...figureOf({ Foster: 5, Residential: 40 }) };
    const { figures, words } = clear([copy], 'copy', limits);
    expect(figures).toEqual([]);
    expect(words).toMatch(/were not taken/);
  });

  test('is nothing at all where a shared figure holds a small number', () => {
    const figure = figureOf({ Foster: 3, Residential: 40 }, 'working');
    const leak: Figure = { ...figure, protection: 'sharing' };
    const { table, extra, charts, n, exclusions } = leak;
    const draft: Draft = { ...emptyDraft, table };
    const shown = { table, extra, charts, n, exclusions, notes: [] };
    remember(leak, { draft, shown, tell: () => ({ headline: 'A', subtitle: 'B', restsOn: '' }) });
    expect(() => clear([leak], 'leak', limits)).toThrow(/small count/);
  });

  test('is exact in the working view, on purpose, and weighed against nothing', () => {
    const figure = figureOf({ Foster: 3, Residential: 40 }, 'working');
    release([figureOf({ Foster: 5, Residential: 40 })], 'working', limits);
    expect(clear([figure], 'working', limits).figures).toEqual([figure]);
  });
});

const emptyDraft: Draft = {
  table: { columns: [], rows: [] },
  disclosure: { kind: 'rounded', counts: ['n'] },
  charts: [],
  n: 43,
  exclusions: [],
  caveats: [],
  warnings: [],
};
