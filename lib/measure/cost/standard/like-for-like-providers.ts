import { providerAllowed } from '@/lib/disclosure/provider';
import type { Cell, Column, Draft, TableRow, Withheld } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats } from '@/lib/measure/cost/caveat';
import {
  adjustedCaveats,
  adjustedCells,
  adjustedColumns,
  adjustedSentence,
  fewestAdjusted,
  verdictOf,
} from '@/lib/measure/cost/standard/adjusted';
import { likeForLikeDefinition } from '@/lib/measure/cost/standard/like-for-like';
import { authoritySums, providerSums } from '@/lib/measure/cost/standard/log-cost-sums';
import { providerOpinions } from '@/lib/measure/cost/standard/provider-opinion';
import { regionWords } from '@/lib/measure/cost/standard/region';
import { agreementOf, agrees } from '@/lib/measure/cost/standard/second-opinion';
import {
  authorityStrata,
  type ProviderCell,
  providerRows,
  providerStrata,
  strataRows,
} from '@/lib/measure/cost/standard/strata';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { dearestFirst, spoken } from '@/lib/measure/needs/type';
import { numeric, placements, pounds, text } from '@/lib/measure/words';
import { type CostCell, type LikeForLike, likeForLike, regionalCosts } from '@/lib/method/like-for-like';
import { type Shrunk, shrinkAll } from '@/lib/method/shrink';

const columns = (checked: boolean): readonly Column[] => [
  { name: 'provider', label: 'Provider (URN)', kind: 'dimension' },
  { name: 'secured', label: 'Type of home', kind: 'dimension' },
  { name: 'authorities', label: 'Authorities using it', kind: 'number' },
  { name: 'largestShare', label: 'Largest authority’s share', kind: 'rate', hidden: true },
  // What the two methods say together says what each says.
  ...adjustedColumns.map((column) => (checked && column.name === 'verdict' ? { ...column, hidden: true } : column)),
  ...(checked ? checkColumns : []),
];

const checkColumns: readonly Column[] = [
  { name: 'effect', label: 'By a second method, %', kind: 'percentage' },
  { name: 'check', label: 'The two methods', kind: 'text' },
];

const none: Withheld = { symbol: 'x', reason: 'No second opinion: too few placements to estimate it' };
const narrow: Withheld = {
  symbol: 'c',
  reason: 'The second method takes all types of home together, and of those nearly all are one authority’s',
};

/** What the regression says of a provider, of whatever type: not in a row that may be shown where it rests on what may not. */
function checkCells(
  own: TableRow,
  shrunk: Shrunk,
  opinions: ReturnType<typeof providerOpinions>,
): Record<'effect' | 'check', Cell> {
  const opinion = opinions.get(String(own.provider));
  if (!opinion) return { effect: none, check: none };
  const rule = { kind: 'providers' } as const;
  if (providerAllowed(own, rule) && !providerAllowed(opinion.use, rule)) return { effect: narrow, check: narrow };
  return { effect: opinion.effect.percent, check: agreementOf(opinion.effect, verdictOf(shrunk)) };
}

interface Group {
  readonly first: ProviderCell;
  readonly result: LikeForLike;
}

/** Providers of one type with enough placements, from the cells of that type. */
function groupsOf(cells: readonly ProviderCell[], regional: ReturnType<typeof regionalCosts>): Group[] {
  const byProvider = new Map<string, ProviderCell[]>();
  for (const cell of cells) {
    if (cell.size < fewestAdjusted.provider) continue;
    const own = byProvider.get(cell.provider);
    if (own) own.push(cell);
    else byProvider.set(cell.provider, [cell]);
  }
  return [...byProvider.values()].flatMap((own): Group[] => {
    const [first] = own;
    const result = likeForLike(own, regional);
    return first && result ? [{ first, result }] : [];
  });
}

type Check = (own: TableRow, shrunk: Shrunk) => ReturnType<typeof checkCells> | null;

function typeRows(type: string, cells: readonly ProviderCell[], strata: readonly CostCell[], check: Check): TableRow[] {
  const own = strata.filter((cell) => cell.type === type);
  const n = own.reduce((sum, cell) => sum + cell.n, 0);
  const mean = n > 0 ? own.reduce((sum, cell) => sum + cell.sum, 0) / n : 0;
  const groups = groupsOf(
    cells.filter((cell) => cell.type === type),
    regionalCosts(own),
  );
  const shrunk = shrinkAll(groups.map(({ result }) => ({ value: result.ratio, se: result.se })));
  const ranked = groups.flatMap(({ first, result }, index) => {
    const one = shrunk[index];
    return one ? [{ first, result, one }] : [];
  });
  ranked.sort((a, b) => b.one.value - a.one.value);
  return ranked.map(({ first, result, one }) => {
    const { provider, authorities, largestShare } = first;
    const said = check({ provider, authorities, largestShare, n: result.n }, one);
    // What is spread stands first: engines keep an object of so many cells in order only so.
    const row = { ...adjustedCells(result, one, mean), provider, secured: type, authorities, largestShare };
    return said ? { ...row, effect: said.effect, check: said.check } : row;
  });
}

function notCompared(rows: RowsByQuery): number {
  return providerRows(rows).reduce((sum, cell) => sum + (cell.size < fewestAdjusted.provider ? cell.n : 0), 0);
}

/** `For residential care, placements with SC100001 cost 11% (6–17%) more than …`; empty where the row is withheld. */
function providerSentence(row: TableRow, region: string): string {
  const who = `For ${spoken(text(row.secured))}, placements with ${text(row.provider)}`;
  return adjustedSentence(who, row, region).replace(' paid ', ' cost ');
}

/** Which of them cost most above what was expected of all its placements together: where there is most to talk about. */
function mostInAll(clear: readonly TableRow[]): string {
  const most = [...clear].sort((a, b) => (numeric(b.excess) ?? 0) - (numeric(a.excess) ?? 0))[0];
  const [excess, n] = [numeric(most?.excess), numeric(most?.n)];
  if (clear.length < 2 || !most || excess === null || n === null) return '';
  return `. Most above expected in all: ${text(most.provider)}, ${spoken(text(most.secured))}, ${pounds(excess)} a week for the ${placements(n)} of the period together`;
}

/** Whether what its row says is borne out by both methods; where only one was asked, it is. */
function borneOut({ check }: TableRow): boolean {
  return check === undefined || agrees(text(check));
}

function draft(rows: RowsByQuery, context: Context): Draft {
  const cells = providerRows(rows);
  const strata = strataRows(rows);
  const left = notCompared(rows);
  const checked = rows.providerSums !== undefined;
  const opinions = checked ? providerOpinions(rows, context) : null;
  const check: Check = (own, shrunk) => (opinions ? checkCells(own, shrunk, opinions) : null);
  return {
    table: { columns: columns(checked), rows: dearestFirst.flatMap((type) => typeRows(type, cells, strata, check)) },
    disclosure: { kind: 'providers' },
    charts: [],
    n: cells.reduce((sum, cell) => sum + cell.n, 0) - left,
    exclusions: left > 0 ? [{ label: 'With a provider used fewer than 10 times for the type', n: left }] : [],
    caveats: [
      ...adjustedCaveats,
      'A row is a provider and a type of home: one with two types has two. A provider may be an authority’s own service: the data does not say.',
      'What is expected is what all placements cost on average, those of providers not shown too: most of those shown may stand above it.',
      'A provider’s price reflects the children it is asked to care for and the contract it has; needs recorded at referral are a coarse measure of both.',
      ...(checked
        ? [
            'The second method allows for each risk, deprivation of liberty and solo placement by itself, too; it takes all of a provider’s types of home together.',
          ]
        : []),
      ...costCaveats,
    ],
    warnings: [],
  };
}

function headline({ table }: Tables, context: Context): string {
  const clear = table.rows.filter((row) => row.verdict === 'more' && numeric(row.shrunk) !== null && borneOut(row));
  clear.sort((a, b) => (numeric(b.shrunk) ?? 0) - (numeric(a.shrunk) ?? 0));
  const [first] = clear;
  const both = table.columns.some(({ name }) => name === 'check');
  if (!first)
    return `No provider clearly cost more than the others for the same type and level of need${both ? ', by both methods' : ''}`;
  const said = providerSentence(first, regionWords(context));
  // Of the same type of home: what is said of one is compared within it.
  const ofType = (rows: readonly TableRow[]) => rows.filter(({ secured }) => secured === first.secured).length - 1;
  const compared = ofType(table.rows.filter((row) => numeric(row.shrunk) !== null));
  const others =
    ofType(clear) > 0
      ? `. ${ofType(clear)} of the other ${compared} compared for ${spoken(text(first.secured))} cost clearly more too${both ? ', by both methods' : ''}`
      : '';
  return `${said}${others}${mostInAll(clear)}`;
}

const base: Measure = {
  id: 'like-for-like-providers',
  title: 'Cost like for like: providers',
  pages: ['cost', 'providers'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with registered providers and a usable cost in the region',
  by: 'by provider within a type of home',
  definition: {
    ...likeForLikeDefinition,
    denominator:
      'Registered providers with at least 10 placements of the type; each type is compared and shrunk by itself. Above expected in all: O − E.',
  },
  queries: (context) => ({ strata: authorityStrata(context), providers: providerStrata(context) }),
  draft,
  headline,
  sentences: ({ table }, context) => {
    const region = regionWords(context);
    return table.rows.map((row) => providerSentence(row, region)).filter((said) => said !== '');
  },
};

/** Beside the second opinion on each, which the page about comparisons has worked out anyway. */
export const likeForLikeProviders: Measure = {
  ...base,
  queries: (context) => ({
    ...base.queries(context),
    sums: authoritySums(context),
    providerSums: providerSums(context, fewestAdjusted.provider),
  }),
};

/** By itself, for the table of providers and the panel of one. */
export const likeForLikeProvidersUnchecked: Measure = base;
