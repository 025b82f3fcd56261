import type { Cell, Column, Draft, TableRow } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import { fewestAdjusted, verdictOf } from '@/lib/measure/cost/standard/adjusted';
import { adjustedAuthorities } from '@/lib/measure/cost/standard/like-for-like';
import { authoritySums, providerSums, terms } from '@/lib/measure/cost/standard/log-cost-sums';
import { providerOpinions } from '@/lib/measure/cost/standard/provider-opinion';
import { authoritiesCompared } from '@/lib/measure/cost/standard/region';
import { agreementOf, agrees, secondOpinion } from '@/lib/measure/cost/standard/second-opinion';
import { authorityStrata } from '@/lib/measure/cost/standard/strata';
import type { Measure, RowsByQuery } from '@/lib/measure/measure';
import { listed, numeric, text } from '@/lib/measure/words';
import type { Effect, LogCostModel } from '@/lib/method/log-cost';

const effectColumns: readonly Column[] = [
  { name: 'effect', label: 'By regression, %', kind: 'percentage' },
  { name: 'lower', label: '95% interval from', kind: 'percentage' },
  { name: 'upper', label: 'to', kind: 'percentage' },
];

function effectCells({ percent, lower, upper }: Effect): TableRow {
  return { effect: percent, lower, upper };
}

const unreliable = { symbol: 'u', reason: `Fewer than ${fewestAdjusted.authority} placements` } as const;

function authorityTableRows(model: LogCostModel, rows: RowsByQuery, context: Context): TableRow[] {
  const standard = new Map(adjustedAuthorities(rows, context).map((one) => [one.code, one]));
  const names = new Map(authoritiesCompared(context).map(({ code, name }) => [code, name]));
  const sorted = [...model.groups].sort((a, b) => b.coefficient - a.coefficient);
  return sorted.flatMap((effect) => {
    const name = names.get(effect.name);
    if (name === undefined) return [];
    const other = standard.get(effect.name);
    const large = other?.shrunk && effect.n >= fewestAdjusted.authority;
    const cells: TableRow = large ? effectCells(effect) : { effect: unreliable, lower: unreliable, upper: unreliable };
    const adjusted: Cell = large && other.result ? 100 * (other.result.ratio - 1) : unreliable;
    return [
      {
        la_code: effect.name,
        la: name,
        n: effect.n,
        ...cells,
        adjusted,
        agreement: large ? agreementOf(effect, verdictOf(other.shrunk)) : unreliable,
      },
    ];
  });
}

function factorRows(model: LogCostModel, context: Context): TableRow[] {
  const none = { symbol: 'x', reason: 'Cannot be told apart from the others on these placements' } as const;
  const found = new Map(model.effects.map((effect) => [effect.name, effect]));
  return terms(context).map(({ label, kind }) => {
    const effect = found.get(label);
    const cells: TableRow = effect ? effectCells(effect) : { effect: none, lower: none, upper: none };
    return { kind, factor: label, n: model.n, ...cells };
  });
}

function extraTables(model: LogCostModel, rows: RowsByQuery, context: Context): Draft['extra'] {
  const opinions = [...providerOpinions(rows, context).values()];
  opinions.sort((a, b) => b.effect.coefficient - a.effect.coefficient);
  const size: Column = { name: 'n', label: 'Placements', kind: 'count' };
  return {
    factors: {
      table: {
        columns: [
          { name: 'kind', label: 'Kind', kind: 'dimension' },
          { name: 'factor', label: 'Factor', kind: 'dimension' },
          { ...size, hidden: true },
          ...effectColumns,
        ],
        rows: factorRows(model, context),
      },
      disclosure: { kind: 'derived', counts: ['n'] },
    },
    providers: {
      table: {
        columns: [
          { name: 'provider', label: 'Provider (URN)', kind: 'dimension' },
          size,
          { name: 'authorities', label: 'Authorities using it', kind: 'number' },
          { name: 'largestShare', label: 'Largest authority’s share', kind: 'rate', hidden: true },
          ...effectColumns,
        ],
        rows: opinions.map(({ effect, use }) => ({ ...use, ...effectCells(effect) })),
      },
      disclosure: { kind: 'providers' },
    },
  };
}

const columns: readonly Column[] = [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  { name: 'n', label: 'Placements', kind: 'count' },
  ...effectColumns,
  { name: 'adjusted', label: 'Like for like, %', kind: 'percentage' },
  { name: 'agreement', label: 'The two methods', kind: 'text' },
];

function draft(rows: RowsByQuery, context: Context): Draft {
  const { model } = secondOpinion(rows, context);
  return {
    table: { columns, rows: model ? authorityTableRows(model, rows, context) : [] },
    extra: model ? extraTables(model, rows, context) : {},
    disclosure: { kind: 'derived', counts: ['n'] },
    charts: [],
    n: model?.n ?? 0,
    exclusions: [],
    caveats: [
      'A second opinion in per cent of a typical cost; it is never turned into pounds.',
      'The two may differ: like for like follows the pounds, so that a few very dear placements weigh much; the regression follows the typical placement, and allows for more of what is recorded of the child.',
      'Effects of factors multiply: two needs of +10% each come to +21% together.',
      'A need not recorded counts as absent here.',
      ...costCaveats,
    ],
    warnings: model ? [] : ['There are too few placements to estimate the model.'],
  };
}

export const likeForLikeCheck: Measure = {
  id: 'like-for-like-check',
  title: 'Cost like for like: a second opinion',
  pages: ['cost'],
  basis: 'placement',
  columns: [],
  subject: 'Dated placements with a usable cost in the region',
  by: 'by placing authority',
  definition: {
    ...costDefinition,
    words:
      'How much more or less each authority’s placements cost, in per cent, once type of home, risks, deprivation of liberty, solo placement, notice, adaptation, communication needs and year are allowed for together by regression.',
    formula:
      'ln cost on type + risks, deprivation of liberty, solo (each also × residential) + needed today + adaptation + communication need + year + authority (sum to zero); effect = 100(e^α − 1)',
    source:
      'Ordinary least squares by normal equations; provider effects are shrunk mean residuals (DerSimonian & Laird).',
  },
  queries: (context) => ({
    strata: authorityStrata(context),
    sums: authoritySums(context),
    providerSums: providerSums(context, fewestAdjusted.provider),
  }),
  draft,
  headline: ({ table }) => {
    const judged = table.rows.filter((row) => numeric(row.effect) !== null);
    if (judged.length < 2) return 'Too few authorities with enough placements for a second opinion';
    const against = judged.filter((row) => row.agreement === 'Disagree').length;
    const same = judged.filter((row) => agrees(text(row.agreement))).length;
    const unsure = judged.length - same - against;
    const said = [
      ...(unsure > 0 ? [`of ${unsure} only one of them is sure`] : []),
      `of ${against === 0 ? 'none' : against} they say the opposite`,
    ];
    return `Two methods say the same of ${same} of ${judged.length} authorities; ${listed(said)}`;
  },
};
