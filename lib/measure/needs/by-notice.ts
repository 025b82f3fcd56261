/** What less notice costs: match, location and price by how soon a home was needed, raw and like for like. */
import type { Cell, Column, TableRow } from '@/lib/figure/figure';
import type { Measure, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import {
  type NoticeCell,
  noticeCells,
  noticeColumns,
  noticeCostQuery,
  noticeCosts,
  noticeQuery,
} from '@/lib/measure/needs/notice-query';
import { noPlacements } from '@/lib/measure/needs/rate';
import { percent, sayable, tooFew } from '@/lib/measure/words';
import { standardisedRate } from '@/lib/method/standardise';
import { wilson } from '@/lib/method/wilson';
import { noticeChoices } from '@/lib/view/choices';

interface Shares {
  readonly n: (cell: NoticeCell) => number;
  readonly k: (cell: NoticeCell) => number;
}

const match: Shares = { n: (cell) => cell.matchN, k: (cell) => cell.matchK };
const location: Shares = { n: (cell) => cell.locationN, k: (cell) => cell.locationK };

function total(cells: readonly NoticeCell[], value: (cell: NoticeCell) => number): number {
  return cells.reduce((sum, cell) => sum + value(cell), 0);
}

/** The rate a notice would have with the type sought and level of need of all placements counted: those whose notice is recorded. */
function standardised(own: readonly NoticeCell[], all: readonly NoticeCell[], { n, k }: Shares): Cell {
  const weights = new Map<string, number>();
  for (const cell of all) weights.set(cell.stratum, (weights.get(cell.stratum) ?? 0) + n(cell));
  const strata = [...weights].map(([stratum, weight]) => {
    const cells = own.filter((cell) => cell.stratum === stratum);
    return { weight, n: total(cells, n), k: total(cells, k) };
  });
  return standardisedRate(strata)?.value ?? noPlacements;
}

/** `prefix` distinguishes the location columns: `locationK`, `locationN`, `locationRate`… */
function shareCells(own: readonly NoticeCell[], all: readonly NoticeCell[], shares: Shares, prefix: string): TableRow {
  const name = (column: string) =>
    prefix === '' ? column : `${prefix}${column.charAt(0).toUpperCase()}${column.slice(1)}`;
  const k = total(own, shares.k);
  const n = total(own, shares.n);
  const { lower, upper } = wilson(k, n);
  return {
    [name('k')]: k,
    [name('n')]: n,
    [name('rate')]: n === 0 ? noPlacements : k / n,
    [name('lower')]: n === 0 ? noPlacements : lower,
    [name('upper')]: n === 0 ? noPlacements : upper,
    [prefix === '' ? 'standardisedRate' : name('standardisedRate')]: standardised(own, all, shares),
  };
}

const columns: readonly Column[] = [
  { name: 'neededBy', label: 'Notice', kind: 'dimension' },
  { name: 'k', label: 'Got a type asked for', kind: 'count' },
  { name: 'n', label: 'Placements with a preferred type', kind: 'count' },
  { name: 'rate', label: 'Got a type asked for, %', kind: 'rate' },
  { name: 'lower', label: '95% interval from', kind: 'rate' },
  { name: 'upper', label: 'to', kind: 'rate' },
  { name: 'standardisedRate', label: 'Same, like for like', kind: 'rate' },
  { name: 'locationK', label: 'In the preferred location', kind: 'count' },
  { name: 'locationN', label: 'Placements with the location answered', kind: 'count' },
  { name: 'locationRate', label: 'In the preferred location, %', kind: 'rate' },
  { name: 'locationLower', label: '95% interval from ', kind: 'rate', hidden: true },
  { name: 'locationUpper', label: 'to ', kind: 'rate', hidden: true },
  { name: 'locationStandardisedRate', label: 'Same, like for like ', kind: 'rate' },
  { name: 'costN', label: 'Placements with a usable cost', kind: 'count' },
  { name: 'costMedian', label: 'Median £ a week', kind: 'pounds' },
];

/** Below it a median says more about one child than about prices (methods §2). */
const fewestForMedian = 5;

function headline({ table }: Tables): string {
  const today = table.rows.find((row) => row.neededBy === 'Today');
  const later = table.rows.find((row) => row.neededBy === '> 5 days');
  const soon = sayable(today, 'standardisedRate');
  const late = sayable(later, 'standardisedRate');
  const raw = sayable(today);
  if (soon === null || late === null || raw === null) return tooFew(today?.n ?? 0);
  const points = Math.round(late * 100) - Math.round(soon * 100);
  const told = `${percent(raw)} got the type asked for when a home was needed the same day`;
  if (points === 0) return `${told}; for like needs, as many as with more than 5 days’ notice`;
  return `${told}; for like needs, ${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points > 0 ? 'fewer' : 'more'} than with more than 5 days’ notice`;
}

export const byNotice: Measure = {
  id: 'by-notice',
  title: 'What notice changes',
  pages: ['needs'],
  basis: 'referral',
  columns: noticeColumns,
  definition: {
    words:
      'How often the type asked for and the preferred location were found, and what the home cost, by how soon it was needed. "Like for like" is the share each notice would have if its placements sought the same types, for the same levels of need, as all placements counted here: urgent referrals differ in both.',
    formula:
      'direct standardisation over sought × level of need, weights = all placements counted here, whatever their notice',
    denominator:
      'As `match-rate` and `location-match`; costs: placements with a cost between £100 and £100,000 a week.',
    source:
      'Placements Data Standard (2025 v2, 2026): needed by. Standardisation: Fleiss, Statistical Methods for Rates and Proportions. Interval: Wilson (1927), 95%.',
  },
  subject: 'Placements with a preferred type and notice recorded',
  by: 'by how soon a home was needed',
  queries: () => ({ notice: noticeQuery, cost: noticeCostQuery }),
  draft: (rows) => {
    const cells = noticeCells(rows);
    const costs = noticeCosts(rows);
    const blank = cells.filter(({ notice }) => notice === null);
    const known = cells.filter(({ notice }) => notice !== null);
    return {
      table: {
        columns,
        rows: noticeChoices.map(({ value }) => {
          const own = known.filter(({ notice }) => notice === value);
          const cost = costs.get(value);
          const few = { symbol: 'u', reason: 'Rests on fewer than 5 placements' } as const;
          return {
            neededBy: value,
            ...shareCells(own, known, match, ''),
            ...shareCells(own, known, location, 'location'),
            costN: cost?.n ?? 0,
            costMedian: cost === undefined ? noPlacements : cost.n < fewestForMedian ? few : cost.median,
          };
        }),
      },
      disclosure: { kind: 'rates' },
      charts: [
        {
          kind: 'interval',
          label: 'neededBy',
          estimate: 'rate',
          lower: 'lower',
          upper: 'upper',
          format: 'percent',
          comparison: 'standardisedRate',
        },
      ],
      n: total(known, match.n),
      exclusions: [
        { label: 'notice not recorded', n: total(blank, match.n) },
        { label: 'no preference recorded, or no placement', n: total(cells, (cell) => cell.total - cell.matchN) },
      ].filter(({ n }) => n > 0),
      caveats: [caveats.costEstimate, caveats.searchTime, caveats.foundOnly],
      warnings: [],
    };
  },
  headline,
};
