/** The headline rate by the values of a column that the standard does not have, as its files name it. */
import * as v from 'valibot';
import type { Query } from '@/lib/database/database';
import { byText } from '@/lib/figure/collate';
import { category, checked, count, slice } from '@/lib/measure/check';
import type { Measure } from '@/lib/measure/measure';
import { levelRows, sideCounts } from '@/lib/measure/needs/level';
import { matchRateSpec } from '@/lib/measure/needs/match-rate';
import { outcomeCounts, outcomeSums } from '@/lib/measure/needs/outcome-query';
import { rateColumns, rateSentence, sideCells } from '@/lib/measure/needs/rate';
import { intervalChart, rateBase, rateDraft } from '@/lib/measure/needs/rate-measure';

/** Values fewer records of the pool have are told together: free text may name a child. */
const fewestOfValue = 10;

const kinds = { named: 0, other: 1, blank: 2 } as const;
const words = ['', 'Values of fewer than 10 records', 'Nothing in this column'];

function query(column: string): Query {
  return {
    sql: `WITH own AS (SELECT rowId, nullif(trim(bespoke[?]), '') AS value FROM pool WHERE bespoke IS NOT NULL),
      often AS (SELECT value, true AS named FROM own WHERE value IS NOT NULL GROUP BY value HAVING count(*) >= ${fewestOfValue})
      SELECT slice, kind, value, sum(n) AS total, ${outcomeSums}
      FROM (SELECT slice, outcome, CASE WHEN named THEN ${kinds.named} WHEN own.value IS NULL THEN ${kinds.blank} ELSE ${kinds.other} END AS kind,
          CASE WHEN named THEN own.value END AS value, count(*)::DOUBLE AS n
        FROM kept LEFT JOIN own USING (rowId) LEFT JOIN often ON often.value = own.value GROUP BY ALL)
      GROUP BY slice, kind, value`,
    parameters: [column],
  };
}

const entries = {
  slice,
  kind: v.pipe(v.number(), v.integer()),
  value: category,
  ...Object.fromEntries(outcomeCounts.map((name) => [name, count])),
};

/** `column`: the name of a bespoke column; '' for the words about it alone. */
export function matchRateByBespoke(column: string): Measure {
  const base = rateBase(matchRateSpec);
  return {
    ...base,
    id: 'match-rate-by-bespoke',
    title: `${matchRateSpec.title}, by ${column === '' ? 'a column of the files’ own' : `“${column}”`}`,
    columns: [...base.columns, 'rowId'],
    by: `by “${column}”, a column of the files’ own`,
    definition: {
      ...matchRateSpec.definition,
      words: `${matchRateSpec.definition.words} Split by a bespoke column: one that the standard does not have and some files do. What its values mean, its senders know.`,
      denominator: `${matchRateSpec.definition.denominator} Values that fewer than ${fewestOfValue} records of the pool have are told together.`,
    },
    queries: (context) => ({ ...base.queries(context), bespoke: query(column) }),
    draft: (rows, context) => {
      const draft = rateDraft(matchRateSpec, levelRows(rows, 'levels', matchRateSpec.counts), context);
      const found = checked(rows, 'bespoke', entries).map(({ slice, kind, value, ...counts }) => ({
        ...{ slice, kind, value: value ?? words[kind] ?? '' },
        counts: counts as Readonly<Record<string, number>>,
      }));
      const groups = [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()].sort(
        (one, other) => one.kind - other.kind || byText(one.value, other.value),
      );
      return {
        ...draft,
        table: {
          columns: [{ name: 'value', label: column, kind: 'dimension' }, ...rateColumns(matchRateSpec, context)],
          rows: groups.map(({ kind, value }) => {
            const own = found.filter((one) => one.kind === kind && one.value === value);
            return { value, ...sideCells(matchRateSpec, sideCounts(own, context), context) };
          }),
        },
        charts: [intervalChart('value', context)],
        caveats: [
          ...draft.caveats,
          'The column is not part of the standard: files that do not have it count as blank.',
        ],
      };
    },
    headline: (tables, context) => rateSentence(tables, context, matchRateSpec.say),
  };
}
