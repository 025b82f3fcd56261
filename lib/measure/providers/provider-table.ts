import type { Draft, TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats } from '@/lib/measure/cost/caveat';
import { adjustedCaveats } from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeProvidersUnchecked } from '@/lib/measure/cost/standard/like-for-like-providers';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { rateCells } from '@/lib/measure/needs/rate';
import {
  costRows,
  type ProviderSize,
  providerColumns,
  providerQueries,
  registrationCounts,
  sizeRows,
  spreadRows,
} from '@/lib/measure/providers/provider-query';
import {
  costRow,
  exactPriceCells,
  type Prices,
  priceCells,
  providerRow,
  sizeColumns,
  typesOf,
} from '@/lib/measure/providers/provider-row';
import { number, numeric, percent, sayable } from '@/lib/measure/words';

type Extra = NonNullable<Draft['extra']>;
const most = 10;

const rateTable = (label: string, rows: readonly TableRow[]): Extra[string] => ({
  table: {
    columns: [
      { name: 'group', label: 'Placements', kind: 'dimension' },
      { name: 'k', label, kind: 'count' },
      { name: 'n', label: 'Of', kind: 'count' },
      { name: 'rate', label: 'Share', kind: 'rate' },
      { name: 'lower', label: '95% interval from', kind: 'rate' },
      { name: 'upper', label: 'to', kind: 'rate' },
    ],
    rows,
  },
  disclosure: { kind: 'rates' },
});

/** Whose providers are registered, and how much of what is placed lies with the few most used. */
function wholeTables(rows: RowsByQuery, sizes: readonly ProviderSize[]): Extra {
  const { registered, unregistered, notRecorded } = registrationCounts(rows);
  const placed = registered + unregistered + notRecorded;
  const top = sizes.slice(0, most).reduce((sum, { n }) => sum + n, 0);
  return {
    registration: rateTable('Number', [
      { group: 'With a registered provider', ...rateCells(registered, placed) },
      { group: 'Unregistered', ...rateCells(unregistered, placed) },
      { group: 'Provider not recorded', ...rateCells(notRecorded, placed) },
    ]),
    concentration: rateTable(
      'With the most used providers',
      sizes.length > most ? [{ group: `The ${most} most used providers`, ...rateCells(top, registered) }] : [],
    ),
  };
}

/** Rows of each provider's main type, by provider. */
function ofMainType(rows: readonly TableRow[], main: ReadonlyMap<string, string>): ReadonlyMap<string, TableRow> {
  const own = rows.filter((row) => row.secured === main.get(String(row.provider)));
  return new Map(own.map((row) => [String(row.provider), row]));
}

function draft(rows: RowsByQuery, context: Context): Draft {
  const sizes = sizeRows(rows);
  const spreadOf = spreadRows(rows);
  const main = new Map(sizes.map((size) => [size.provider, typesOf(size)[0] ?? '']));
  const costs = ofMainType(costRows(rows, spreadOf).map(costRow), main);
  const adjusted = ofMainType(likeForLikeProvidersUnchecked.draft(rows, context).table.rows, main);
  const { registered, unregistered, notRecorded, notPlaced } = registrationCounts(rows);
  const milesOf = (provider: string) => spreadOf(provider, main.get(provider) ?? '')?.miles ?? null;
  const tableOf = (pricesOf: (size: ProviderSize) => Prices) => ({
    columns: sizeColumns,
    rows: sizes.map((size) => providerRow(size, milesOf(size.provider), pricesOf(size))),
  });
  const exclusions = [
    { label: 'Unregistered', n: unregistered },
    { label: 'Provider not recorded', n: notRecorded },
    { label: 'No placement recorded', n: notPlaced },
  ].filter(({ n }) => n > 0);
  return {
    table: tableOf((size) => priceCells(size, costs.get(size.provider), adjusted.get(size.provider))),
    working: () => ({
      table: tableOf(({ provider }) => exactPriceCells(costs.get(provider), adjusted.get(provider))),
      exclusions,
    }),
    extra: wholeTables(rows, sizes),
    disclosure: { kind: 'providers' },
    charts: [],
    n: registered,
    exclusions,
    caveats: [
      'One row is an Ofsted registration, not a company: a group of homes is several rows, a fostering agency one.',
      'Above expected is what its placements of that type cost together less what the region would have paid for the same: of the whole period, so that it is not what is being paid today.',
      'What is expected is what all placements cost on average, those of providers not shown too: most of those shown may stand above it.',
      'Cost, like-for-like ratio and median distance are those of the provider’s main type of home.',
      ...adjustedCaveats,
      distanceCaveats.centroids,
      ...costCaveats,
    ],
    warnings: [],
  };
}

function headline({ table, extra }: Tables): string {
  if (table.rows.length === 0) return 'No placement in this view names a registered provider';
  const top = extra.concentration?.rows[0];
  const share = sayable(top);
  const unregistered = extra.registration?.rows.find(({ group }) => group === 'Unregistered');
  const outside = sayable(unregistered);
  const hidden = table.rows.filter(({ n }) => numeric(n) === null).length;
  const said =
    share === null
      ? `${number(table.rows.length)} registered ${table.rows.length === 1 ? 'provider was' : 'providers were'} used`
      : `The ${most} most used of ${number(table.rows.length)} registered providers took ${percent(share)} of their placements${hidden > 0 ? ` (some of them may not be below: ${number(hidden)} providers are not shown)` : ''}`;
  return outside === null || outside === 0 ? said : `${said}; ${percent(outside)} of all placements were unregistered`;
}

export const providers: Measure = {
  id: 'providers',
  title: 'Registered providers',
  pages: ['providers'],
  basis: 'placement',
  columns: providerColumns,
  subject: 'Placements with a registered provider',
  by: 'by provider',
  definition: {
    words:
      'Each provider registered with Ofsted that placements were made with: how many, for how many authorities, of which type, how often it was the type asked for, how far from home, and at what cost for its main type of home, as recorded and like for like.',
    formula:
      'Placements by provider URN; median and quartiles of total weekly cost; like-for-like ratio = cost paid ÷ cost expected at the region’s mean for the same type, level of need and year',
    denominator:
      'Placements recorded with a provider URN. Unregistered placements and those without a URN are counted beside it.',
    source: `Placements Data Standard, providerURN; ${distanceSource}`,
  },
  queries: (context) => ({ ...providerQueries, ...likeForLikeProvidersUnchecked.queries(context) }),
  draft,
  headline,
};
