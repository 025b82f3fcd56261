/** Promises one form for every cost "by something": a row a type of home and level, compared within the type only. */
import type { Column, TableRow } from '@/lib/figure/figure';
import { type Context, viewSlices } from '@/lib/measure/context';
import { costCaveats, costDefinition } from '@/lib/measure/cost/caveat';
import {
  costListColumns,
  costQueries,
  type PackedCosts,
  packedCosts,
  type TypeCosts,
} from '@/lib/measure/cost/packed-costs';
import { costBasis, setAsideColumns, setAsideQuery } from '@/lib/measure/cost/set-aside';
import { costCells, costColumns } from '@/lib/measure/cost/spread';
import type { Definition, Measure } from '@/lib/measure/measure';
import { capitalised, comparesView } from '@/lib/measure/needs/rate';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { numeric, placements, pounds, text } from '@/lib/measure/words';
import type { Spread } from '@/lib/method/grouped-spread';

export interface Level {
  /** As the table names it. */
  readonly name: string;
  /** In a sentence after a cost: `where needs are higher`. */
  readonly words: string;
  /** Further cells of its rows. */
  readonly cells?: TableRow;
}

export interface CostBy {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly column: Column;
  readonly extraColumns?: readonly Column[];
  readonly definition: Pick<Definition, 'words' | 'formula'>;
  readonly caveats?: readonly string[];
  /** What the levels' placements may be unlike in, after the sentence. */
  readonly unlike?: string;
  /** Leave out rows without a placement (an authority that never used the type). */
  readonly omitEmpty?: boolean;
  levels(costs: PackedCosts, context: Context): readonly Level[];
  /** A spread for each level, in order, of one type's placements in some slices. */
  spreads(
    costs: TypeCosts | undefined,
    slices: readonly number[],
    all: PackedCosts,
    context: Context,
  ): readonly Spread[];
}

interface Said {
  readonly level: string;
  readonly median: number;
  readonly n: number | null;
}

/** `Residential care costs £6,200 a week at the median where … (210 placements), £4,100 where …`, of the type that differs most by level. */
function sentence(by: CostBy, rows: readonly TableRow[], words: ReadonlyMap<string, string>): string {
  let best: { type: string; high: Said; low: Said } | null = null;
  for (const type of typeValues) {
    const said = rows.flatMap((row): Said[] => {
      const median = numeric(row.median);
      const level = text(row[by.column.name]);
      return row.secured === type && median !== null && words.get(level) !== ''
        ? [{ level, median, n: numeric(row.n) }]
        : [];
    });
    said.sort((a, b) => b.median - a.median);
    const [high, low] = [said[0], said.at(-1)];
    if (!high || !low || high === low) continue;
    if (best === null || high.median - low.median > best.high.median - best.low.median) best = { type, high, low };
  }
  if (best === null) return 'Too few placements with a usable cost to compare';
  const { type, high, low } = best;
  const said = (one: Said) => {
    const size = one.n === null ? '' : ` (${placements(one.n)})`;
    return `${pounds(one.median)} a week ${words.get(one.level) ?? one.level}${size}`;
  };
  if (pounds(high.median) === pounds(low.median))
    return `${capitalised(spoken(type))} costs ${pounds(high.median)} a week at the median either way`;
  return `${capitalised(spoken(type))} costs, at the median, ${said(high)} and ${said(low)}${by.unlike ? `, ${by.unlike}` : ''}`;
}

/** The measure of one "cost by". */
export function costByLevel(by: CostBy): Measure {
  return {
    id: by.id,
    title: by.title,
    pages: ['cost'],
    basis: 'placement',
    columns: [...costListColumns, ...setAsideColumns],
    subject: 'Placements with a usable cost',
    by: by.by,
    definition: { ...costDefinition, ...by.definition },
    queries: () => ({ ...costQueries, setAside: setAsideQuery }),
    draft: (rows, context) => {
      const costs = packedCosts(rows);
      const levels = by.levels(costs, context);
      return {
        table: {
          columns: [
            { name: 'label', label: 'Group', kind: 'text', hidden: true },
            { name: 'secured', label: 'Type of home', kind: 'dimension' },
            by.column,
            ...(by.extraColumns ?? []),
            ...costColumns(context),
          ],
          rows: typeValues.flatMap((type) => {
            const own = costs.types.find((one) => one.type === type);
            const view = by.spreads(own, viewSlices, costs, context);
            const against = comparesView(context.sides) ? context.sides.before : [];
            const before = by.spreads(own, against, costs, context);
            return levels.flatMap((level, index) => {
              const spread = view[index];
              if (spread === undefined || (by.omitEmpty && spread.n === 0)) return [];
              return [
                {
                  label: `${type}: ${level.name}`,
                  secured: type,
                  [by.column.name]: level.name,
                  ...level.cells,
                  ...costCells(spread, before[index], context),
                },
              ];
            });
          }),
        },
        disclosure: { kind: 'costs' },
        charts: [{ kind: 'box', label: 'label', format: 'pounds' }],
        ...costBasis(rows),
        caveats: [...(by.caveats ?? []), ...costCaveats],
        warnings: [],
      };
    },
    headline: ({ table }, context) => {
      const levels = by.levels({ types: [], labels: noLabels }, context);
      return sentence(by, table.rows, new Map(levels.map(({ name, words }) => [name, words])));
    },
  };
}

const noLabels = { authority: [], band: [], notice: [], registration: [] };

/** Levels that are codes of a trait: `code` says which label it is, and codes of `labels` not listed are left out. */
export function codedSpread(
  levels: readonly string[],
  labels: readonly string[],
  codeOf: (traits: number) => number,
): (traits: number) => number {
  const place = new Map(labels.map((label, code) => [code, levels.indexOf(label)]));
  const missing = levels.length;
  const places = Uint16Array.from({ length: 256 }, (_, code) => {
    const found = place.get(code);
    return found === undefined || found < 0 ? missing : found;
  });
  return (traits) => places[codeOf(traits)] ?? missing;
}
