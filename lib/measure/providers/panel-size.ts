/** How much one provider was used: by type, over time and, on the user's own machine only, by whom. */
import type { Column, TableRow } from '@/lib/figure/figure';
import { areaName } from '@/lib/measure/distance/area-name';
import type { Measure } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import { quarterName, timeColumns, viewMonths } from '@/lib/measure/needs/time';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { type OwnRow, ownRows, panelColumns, panelQueries, total } from '@/lib/measure/providers/panel-query';
import { number, numeric, percent, placements, sayable, text } from '@/lib/measure/words';

const source = 'Placements Data Standard: providerURN, placementType, placementDate';
const n: Column = { name: 'n', label: 'Placements', kind: 'count' };

const shared = (urn: string): Pick<Measure, 'pages' | 'basis' | 'columns' | 'subject' | 'queries'> => ({
  pages: ['providers'],
  basis: 'placement',
  columns: panelColumns,
  subject: `Placements with provider ${urn}`,
  queries: () => panelQueries(urn),
});

function sums(rows: readonly OwnRow[], keyOf: (row: OwnRow) => string | null): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) found.set(key, (found.get(key) ?? 0) + row.n);
  }
  return found;
}

export function providerTypes(urn: string): Measure {
  return {
    ...shared(urn),
    id: 'provider-types',
    title: 'Placements by type of home',
    by: 'by type of home secured',
    definition: {
      words: 'How many placements of each type were made with this provider in the view.',
      formula: 'placements of the type ÷ placements with the provider',
      denominator: 'Placements recorded with this provider’s URN.',
      source,
    },
    draft: (rows) => {
      const all = total(rows);
      const found = sums(ownRows(rows), ({ secured }) => secured);
      return {
        table: {
          columns: [
            { name: 'secured', label: 'Type of home', kind: 'dimension' },
            { name: 'k', label: 'Placements', kind: 'count' },
            { name: 'n', label: 'Of', kind: 'count' },
            { name: 'rate', label: 'Share', kind: 'rate' },
          ],
          rows: typeValues.flatMap((secured): TableRow[] => {
            const k = found.get(secured) ?? 0;
            const { rate } = rateCells(k, all);
            return k > 0 && rate !== undefined ? [{ secured, k, n: all, rate }] : [];
          }),
        },
        disclosure: { kind: 'rates' },
        charts: [],
        n: all,
        exclusions: [],
        caveats: [],
        warnings: [],
      };
    },
    headline: ({ table, n: size }) => {
      if (typeof size !== 'number') return 'Too few placements to show';
      const first = [...table.rows].sort((a, b) => (numeric(b.rate) ?? 0) - (numeric(a.rate) ?? 0))[0];
      const share = sayable(first);
      if (share === null || !first) return placements(size);
      const type = spoken(text(first.secured));
      return share === 1 ? `${placements(size)}, all ${type}` : `${placements(size)}, ${percent(share)} ${type}`;
    },
  };
}

export function providerTrend(urn: string): Measure {
  return {
    ...shared(urn),
    id: 'provider-trend',
    title: 'Placements over time',
    by: 'by quarter of placement',
    definition: {
      words: 'How many placements were made with this provider in each quarter of the financial year.',
      formula: 'n(quarter)',
      denominator: 'Placements recorded with this provider’s URN and a placement date.',
      source,
    },
    draft: (rows, context) => {
      const names = [...new Set(viewMonths(context).map(quarterName))];
      const own = ownRows(rows);
      const found = sums(own, ({ month }) => (month === null ? null : quarterName(month)));
      const undated = own.reduce((sum, row) => sum + (row.month === null ? row.n : 0), 0);
      return {
        table: {
          columns: [...timeColumns('quarter'), n],
          rows: names.map((quarter) => ({ quarter, n: found.get(quarter) ?? 0 })),
        },
        disclosure: { kind: 'rounded', counts: ['n'] },
        charts: [{ kind: 'bar', label: 'quarter', value: 'n', layout: 'single', format: 'count' }],
        n: total(rows) - undated,
        exclusions: undated > 0 ? [{ label: 'No placement date', n: undated }] : [],
        caveats: ['A small number of placements moves a lot by chance from one quarter to the next.'],
        warnings: [],
      };
    },
    headline: ({ table }) => {
      const shown = table.rows.filter((row) => numeric(row.n) !== null);
      const [first, last] = [shown[0], shown.at(-1)];
      if (!first || !last || first === last) return 'Too few placements to show a change over time';
      return `${placements(numeric(last.n) ?? 0)} in ${text(last.quarter)}, ${number(numeric(first.n) ?? 0)} in ${text(first.quarter)}`;
    },
  };
}

/** For the working view only: who uses a provider is not shared. */
export function providerAuthorities(urn: string): Measure {
  return {
    ...shared(urn),
    id: 'provider-authorities',
    title: 'Authorities using it',
    by: 'by placing authority',
    definition: {
      words: 'Which authorities placed children with this provider. In the working view only.',
      formula: 'n(authority)',
      denominator: 'Placements recorded with this provider’s URN.',
      source,
    },
    draft: (rows) => {
      const found = sums(ownRows(rows), ({ la_code }) => la_code);
      return {
        table: {
          columns: [
            { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
            { name: 'la', label: 'Authority', kind: 'dimension' },
            n,
          ],
          rows: [...found]
            .sort(([, a], [, b]) => b - a)
            .map(([la_code, size]) => ({ la_code, la: areaName(la_code), n: size })),
        },
        disclosure: { kind: 'rounded', counts: ['n'] },
        charts: [],
        n: total(rows),
        exclusions: [],
        caveats: [],
        warnings: [],
      };
    },
    headline: ({ table, n: size }) => {
      const [first] = table.rows;
      const most = numeric(first?.n);
      if (!first || most === null || typeof size !== 'number' || size === 0) return 'Too few placements to show';
      if (table.rows.length === 1) return `Used by ${text(first.la)} alone`;
      return `Used by ${table.rows.length} authorities, ${text(first.la)} for ${percent(most / size)}`;
    },
  };
}
