/** Authorities side by side: one row each, several rates. Rates by referral and by placement date are two figures, one row key. */
import type { Column, Draft, TableRow } from '@/lib/figure/figure';
import { type Context, viewSlices } from '@/lib/measure/context';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { added, byKey, levelRows } from '@/lib/measure/needs/level';
import { locationMatchSpec } from '@/lib/measure/needs/location-match';
import { matchRateSpec } from '@/lib/measure/needs/match-rate';
import { capitalised, noPlacements, type Rate, rateCells } from '@/lib/measure/needs/rate';
import { spreadSentence } from '@/lib/measure/needs/rate-measure';
import { siblingsSpec } from '@/lib/measure/needs/siblings';
import { distanceSpec } from '@/lib/measure/overview/distance-query';
import { placements } from '@/lib/measure/words';

/** Prefix of a rate's columns → the rate: `matchK`, `matchN`, `matchRate`, `matchLower`, `matchUpper`. */
type Rates = Readonly<Record<string, Rate>>;

const cellNames = ['k', 'n', 'rate', 'lower', 'upper'] as const;

function columnsOf(prefix: string, rate: Rate): readonly Column[] {
  const name = (cell: string) => `${prefix}${capitalised(cell)}`;
  return [
    { name: name('k'), label: `${rate.title}: number`, kind: 'count', hidden: true },
    { name: name('n'), label: `${rate.title}: of`, kind: 'count', hidden: true },
    { name: name('rate'), label: rate.title, kind: 'rate' },
    { name: name('lower'), label: `${rate.title}: from`, kind: 'rate', hidden: true },
    { name: name('upper'), label: `${rate.title}: to`, kind: 'rate', hidden: true },
  ];
}

function prefixed(prefix: string, row: TableRow): TableRow {
  return Object.fromEntries(cellNames.map((cell) => [`${prefix}${capitalised(cell)}`, row[cell] ?? noPlacements]));
}

function draftOf(rates: Rates, rows: RowsByQuery, { pool }: Context): Draft {
  const found = Object.entries(rates).map(([prefix, rate]) => {
    const levels = levelRows(rows, prefix, rate.counts).filter(({ slice }) => viewSlices.includes(slice));
    return { prefix, rate, authority: byKey(levels, 'authority', 'la_code'), all: byKey(levels, 'all', 'la_code') };
  });
  const shown = pool.authorities.filter(({ code }) => found.some(({ authority }) => authority.has(code)));
  const cells = (code: string | null) =>
    found.map(({ prefix, rate, authority, all }) => {
      const counts = added((code === null ? all.get(null) : authority.get(code)) ?? []);
      return prefixed(prefix, rateCells(rate.k(counts), rate.n(counts)));
    });
  const columns = found.flatMap(({ prefix, rate }) => columnsOf(prefix, rate));
  const total: TableRow = Object.assign({}, ...cells(null));
  const [first] = found;
  const counts = added(first?.all.get(null) ?? []);
  return {
    table: {
      columns: [
        { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
        { name: 'la', label: 'Authority', kind: 'dimension' },
        ...columns,
      ],
      rows: shown.map(({ code, name }) => Object.assign({ la_code: code, la: name }, ...cells(code))),
    },
    extra: { total: { table: { columns, rows: [total] }, disclosure: { kind: 'rates' } } },
    disclosure: { kind: 'rates' },
    charts: [{ kind: 'none' }],
    n: counts.total ?? 0,
    exclusions: [],
    caveats: ['Authorities differ in the needs of their children: a lower rate is a question, not a verdict.'],
    warnings: [],
  };
}

function sideBySide(rates: Rates, rest: Pick<Measure, 'id' | 'title' | 'basis' | 'subject'>): Measure {
  const specs = Object.entries(rates);
  return {
    ...rest,
    pages: ['overview'],
    columns: specs.flatMap(([, rate]) => rate.columns),
    definition: {
      words: `For each placing authority: ${specs.map(([, rate]) => rate.title.toLowerCase()).join('; ')}.`,
      formula: specs.map(([, rate]) => rate.definition.formula).join('; '),
      denominator: 'As for each rate on its own page.',
      source: 'Placements Data Standard (2025 v2, 2026). Intervals: Wilson (1927), 95%.',
    },
    by: 'by placing authority',
    queries: () => Object.fromEntries(specs.map(([prefix, rate]) => [prefix, rate.query])),
    draft: (rows, context) => draftOf(rates, rows, context),
    headline: ({ table, n }) => {
      const [prefix] = specs[0] ?? [];
      const own = table.rows.map((row) => ({ ...row, rate: row[`${prefix}Rate`] ?? '', n: row[`${prefix}N`] ?? 0 }));
      const title = specs[0]?.[1].title ?? '';
      const said = spreadSentence(own, 'la');
      return said === null
        ? `${typeof n === 'number' ? placements(n) : 'Placements'} by authority`
        : `${title}: ${said.replace(/^From/, 'from')}`;
    },
  };
}

export const authorities = sideBySide(
  { match: matchRateSpec, location: locationMatchSpec, siblings: siblingsSpec },
  { id: 'authorities', title: 'Authorities side by side', basis: 'referral', subject: 'Placements' },
);

export const authoritiesPlaced = sideBySide(
  { over20: distanceSpec },
  {
    id: 'authorities-distance',
    title: 'Authorities side by side: distance',
    basis: 'placement',
    subject: 'Placements with the distance from home known',
  },
);
