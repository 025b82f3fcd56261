import type { Column, Draft, TableRow, Withheld } from '@/lib/figure/figure';
import type { Context } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import {
  adjustedCaveats,
  adjustedCells,
  adjustedColumns,
  adjustedSentence,
  fewestAdjusted,
  tooSmallCells,
  verdictOf,
} from '@/lib/measure/cost/standard/adjusted';
import { authoritySums } from '@/lib/measure/cost/standard/log-cost-sums';
import { authoritiesCompared, regionWords } from '@/lib/measure/cost/standard/region';
import { agreementOf, agrees, secondOpinion } from '@/lib/measure/cost/standard/second-opinion';
import {
  type AuthorityCell,
  asideExclusions,
  authorityStrata,
  regionAside,
  strataRows,
} from '@/lib/measure/cost/standard/strata';
import type { Definition, Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { typeValues } from '@/lib/measure/needs/type';
import { listed, numeric, text } from '@/lib/measure/words';
import { type CostCell, type LikeForLike, likeForLike, regionalCosts } from '@/lib/method/like-for-like';
import type { Effect } from '@/lib/method/log-cost';
import { type Shrunk, shrinkAll } from '@/lib/method/shrink';

export const likeForLikeDefinition: Definition = {
  ...costDefinition,
  words:
    'What a group’s placements cost against what the region paid for the same type of home, level of need and year: above 1 is more, below 1 is less. Small groups are pulled towards 1 for ranking, because chance moves them most.',
  formula:
    'O ÷ E: O = Σ cost, E = Σ regional mean of each placement’s type × level of need × financial year (fewer than 10 there: type × level of need, then type); standard error √Σ variance ÷ E; shrunk = 1 + B(O ÷ E − 1), B = τ² ÷ (τ² + s²)',
  source: 'Indirect standardisation; shrinkage with τ² by DerSimonian & Laird (1986).',
};

export interface AdjustedAuthority {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly CostCell[];
  readonly result: LikeForLike | null;
  /** Null where there are too few placements to compare. */
  readonly shrunk: Shrunk | null;
}

/** Every authority of the region against it, those large enough shrunk together. */
export function adjustedAuthorities(rows: RowsByQuery, context: Context): readonly AdjustedAuthority[] {
  return adjustedAmong(strataRows(rows), context);
}

/** The same of some of the strata, such as those of one type of home. */
export function adjustedAmong(strata: readonly AuthorityCell[], context: Context): readonly AdjustedAuthority[] {
  const regional = regionalCosts(strata);
  const groups = authoritiesCompared(context).map(({ code, name }) => {
    const cells = strata.filter((cell) => cell.la_code === code);
    return { code, name, cells, result: likeForLike(cells, regional) };
  });
  const large = groups.flatMap(({ code, result }) =>
    result && result.n >= fewestAdjusted.authority ? [{ code, value: result.ratio, se: result.se }] : [],
  );
  const shrunk = new Map(shrinkAll(large).map((one, index) => [large[index]?.code, one]));
  return groups.map((group) => ({ ...group, shrunk: shrunk.get(group.code) ?? null }));
}

/** Shares of its placements by type and of higher need: what the comparison rests on. */
function mixCells(cells: readonly CostCell[]): TableRow {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const share = (of: (cell: CostCell) => boolean) =>
    n > 0 ? cells.filter(of).reduce((sum, cell) => sum + cell.n, 0) / n : 0;
  return {
    foster: share(({ type }) => type === typeValues[0]),
    residential: share(({ type }) => type === typeValues[1]),
    supported: share(({ type }) => type === typeValues[2]),
    higher: share(({ band }) => band === 'Higher'),
  };
}

const checkColumns: readonly Column[] = [
  { name: 'check', label: 'Second opinion', kind: 'text' },
  { name: 'agreed', label: 'Second opinion agrees', kind: 'text', hidden: true },
];

const columns = (checked: boolean): readonly Column[] => [
  { name: 'la_code', label: 'Code', kind: 'dimension', hidden: true },
  { name: 'la', label: 'Authority', kind: 'dimension' },
  ...adjustedColumns,
  ...(checked ? checkColumns : []),
  { name: 'foster', label: 'Foster share', kind: 'rate', hidden: true },
  { name: 'residential', label: 'Residential share', kind: 'rate', hidden: true },
  { name: 'supported', label: 'Supported accommodation share', kind: 'rate', hidden: true },
  { name: 'higher', label: 'Higher need share', kind: 'rate', hidden: true },
];

const none: Withheld = { symbol: 'x', reason: 'No second opinion: too few placements' };

/** What the regression says of an authority that is compared. */
function checkCells(effect: (Effect & { readonly n: number }) | undefined, shrunk: Shrunk): TableRow {
  if (!effect || effect.n < fewestAdjusted.authority) return { check: none, agreed: none };
  const check = agreementOf(effect, verdictOf(shrunk));
  return { check, agreed: agrees(check) ? 'yes' : 'no' };
}

function draft(rows: RowsByQuery, context: Context): Draft {
  const groups = adjustedAuthorities(rows, context);
  const checked = rows.sums !== undefined;
  const model = checked ? secondOpinion(rows, context).model : null;
  const effects = new Map(model?.groups.map((effect) => [effect.name, effect]));
  const check = (code: string, shrunk: Shrunk | null): TableRow => {
    if (!checked) return {};
    return shrunk ? checkCells(effects.get(code), shrunk) : { check: none, agreed: none };
  };
  const all = groups.flatMap(({ cells }) => cells);
  const n = all.reduce((sum, cell) => sum + cell.n, 0);
  const mean = n > 0 ? all.reduce((sum, cell) => sum + cell.sum, 0) / n : 0;
  const ranked = [...groups].sort((a, b) => (b.shrunk?.value ?? -1) - (a.shrunk?.value ?? -1));
  return {
    table: {
      columns: columns(checked),
      rows: ranked.flatMap(({ code, name, cells, result, shrunk }) => {
        if (result === null) return [];
        const own = shrunk ? adjustedCells(result, shrunk, mean) : tooSmallCells(result.n, fewestAdjusted.authority);
        return [{ la_code: code, la: name, ...own, ...check(code, shrunk), ...mixCells(cells) }];
      }),
    },
    disclosure: { kind: 'derived', counts: ['n'] },
    charts: [
      {
        kind: 'interval',
        label: 'la',
        estimate: 'adjusted',
        lower: 'lower',
        upper: 'upper',
        format: 'ratio',
        reference: { value: 1, label: `what ${regionWords(context)} paid` },
        comparison: 'raw',
        ...(checked && { hollow: { column: 'agreed', label: 'A second method does not say the same' } }),
      },
    ],
    n,
    exclusions: asideExclusions(rows),
    caveats: [...adjustedCaveats, ...costCaveats],
    warnings: groups.length < 2 ? ['Only one authority is loaded here: it can be compared only with itself.'] : [],
  };
}

/** A comparison one method alone bears out is said as such. */
function said(row: TableRow, region: string): string {
  const own = adjustedSentence(text(row.la), row, region);
  if (own === '' || row.agreed !== 'no') return own;
  const doubt = row.check === 'Disagree' ? 'says the opposite' : 'is not clear';
  return row.verdict === 'no clear difference' ? own : `${own}; a second method ${doubt}`;
}

/** Every authority compared, the dearest first. */
function sentences({ table }: Tables, context: Context): readonly string[] {
  const region = regionWords(context);
  return table.rows.map((row) => said(row, region)).filter((words) => words !== '');
}

/** Without a second opinion nobody is named: it would not bear all of them out. */
function unchecked(clear: readonly TableRow[], region: string): string {
  const side = (word: string) => {
    const count = clear.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'authority' : 'authorities'} paid clearly ${word}`];
  };
  const sides = listed([...side('more'), ...side('less')]);
  return `${sides || 'No authority paid clearly more or less'} than ${region} for the same type and level of need; “Like for like” says for whom a second method agrees`;
}

/** Who paid more or less, as far as both methods say so; of the others, how many only one is sure of. */
function sentence({ table }: Tables, context: Context): string {
  const region = regionWords(context);
  const chosen = context.view.authorities.length === 1 ? context.view.authorities[0] : undefined;
  const own = table.rows.find((row) => row.la_code === chosen);
  const ownSaid = own ? said(own, region) : '';
  if (ownSaid) return ownSaid;
  const compared = table.rows.filter((row) => numeric(row.adjusted) !== null);
  if (compared.length < 2) return 'Too few authorities with enough placements to compare like for like';
  const clear = compared.filter((row) => row.verdict === 'more' || row.verdict === 'less');
  if (!table.columns.some(({ name }) => name === 'check')) return unchecked(clear, region);
  const sure = clear.filter(({ agreed }) => agreed !== 'no');
  const doubtful = compared.filter(({ agreed }) => agreed === 'no').length;
  const doubt =
    doubtful === 0
      ? ''
      : `; of ${doubtful}${sure.length === 0 ? '' : doubtful === 1 ? ' other' : ' others'} two methods do not say the same`;
  if (sure.length === 0)
    return `No authority clearly paid more or less than ${region} for the same type and level of need${doubt}`;
  const side = (word: string) => {
    const names = sure.filter(({ verdict }) => verdict === word).map((row) => text(row.la));
    return names.length === 0
      ? []
      : [`${names.length > 3 ? `${names.length} authorities` : listed(names)} paid ${word}`];
  };
  return `${listed([...side('more'), ...side('less')])} than ${region} paid for the same type and level of need${doubt}`;
}

const base: Measure = {
  id: 'like-for-like',
  title: 'Cost like for like: authorities',
  pages: ['cost', 'overview'],
  basis: 'placement',
  columns: [],
  subject: 'Placements with a usable cost in the region',
  by: 'by placing authority',
  definition: likeForLikeDefinition,
  queries: (context) => ({ strata: authorityStrata(context), aside: regionAside(context) }),
  draft,
  headline: sentence,
  sentences,
};

/** Beside a second opinion, which takes the engine as long as the rest of a page. */
export const likeForLikeAuthorities: Measure = {
  ...base,
  queries: (context) => ({ ...base.queries(context), sums: authoritySums(context) }),
};

/** By itself, for a page that is about more than cost. */
export const likeForLikeUnchecked: Measure = base;
