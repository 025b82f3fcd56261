/** Reads what is loaded, once a pool: authorities, months, sources and how each seems to have answered. */
import * as v from 'valibot';
import type { Database, Row } from '@/lib/database/database';
import type { AuthorityFacts, PoolFacts, SourceSigns } from '@/lib/measure/context';
import { monthSpan } from '@/lib/measure/month-span';
import { packedColumns } from '@/lib/measure/packed';
import { authorityByCode } from '@/lib/place/authority';
import { categoricalRisks, type FieldName } from '@/lib/standard/fields';

const totalRow = v.object({ rows: v.number() });
const monthRow = v.object({ month: v.number(), n: v.number() });
const sourceRow = v.object({
  sourceId: v.number(),
  name: v.string(),
  educationPolarity: v.picklist(['disrupted', 'continued']),
  siblingsIncludeChild: v.boolean(),
  collected: v.nullable(v.string()),
});
const authorityRow = v.object({ code: v.nullable(v.string()), region: v.nullable(v.string()) });
/** Source sign → which rows it counts. */
const signConditions: Readonly<Record<keyof SourceSigns, string>> = {
  siblingRows: 'placed AND siblingCount >= 1 AND siblingsPlacedTogether IS NOT NULL',
  siblingOneMore: 'placed AND siblingCount >= 1 AND siblingsPlacedTogether = siblingCount + 1',
  siblingNoneRows: 'placed AND siblingCount = 0 AND siblingsPlacedTogether IS NOT NULL',
  siblingOneOfNone: 'placed AND siblingCount = 0 AND siblingsPlacedTogether = 1',
  preferredAnswers: 'isLocationPreferred AND isEducationContinuous IS NOT NULL',
  preferredYes: 'isLocationPreferred AND isEducationContinuous',
  otherAnswers: 'NOT isLocationPreferred AND isEducationContinuous IS NOT NULL',
  otherYes: 'NOT isLocationPreferred AND isEducationContinuous',
  placed: 'placed',
  costs: 'placed AND costOK',
};
const signsRow = v.object({
  sourceId: v.number(),
  siblingRows: v.number(),
  siblingOneMore: v.number(),
  siblingNoneRows: v.number(),
  siblingOneOfNone: v.number(),
  preferredAnswers: v.number(),
  preferredYes: v.number(),
  otherAnswers: v.number(),
  otherYes: v.number(),
  placed: v.number(),
  costs: v.number(),
});
const signs = `SELECT sourceId, ${Object.entries(signConditions)
  .map(([name, condition]) => `count(*) FILTER (${condition}) AS "${name}"`)
  .join(', ')} FROM pool GROUP BY sourceId`;
const noSigns: SourceSigns = {
  siblingRows: 0,
  siblingOneMore: 0,
  siblingNoneRows: 0,
  siblingOneOfNone: 0,
  preferredAnswers: 0,
  preferredYes: 0,
  otherAnswers: 0,
  otherYes: 0,
  placed: 0,
  costs: 0,
};
const heldRow = v.object({ sourceId: v.number(), code: v.nullable(v.string()) });
const columnRow = v.object({ name: v.string() });

const total = 'SELECT count(*) AS rows FROM pool';
const monthsOf = (column: string) =>
  `SELECT ${column} AS month, count(*) AS n FROM pool WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`;
const sources =
  'SELECT sourceId, name, educationPolarity, siblingsIncludeChild, collected FROM source ORDER BY sourceId';
const heldBy = 'SELECT DISTINCT sourceId, la_code::VARCHAR AS code FROM pool';
const places = 'SELECT la_code::VARCHAR AS code, min(region::VARCHAR) AS region FROM pool GROUP BY la_code';
const columns = `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'pool'`;

/** Of a file whose columns are not known, nothing is said. */
function notAsked(collected: string | null): readonly FieldName[] {
  const asked = new Set(collected?.split(';'));
  return collected === null ? [] : categoricalRisks.filter(({ name }) => !asked.has(name)).map(({ name }) => name);
}

function authorityFacts(row: v.InferOutput<typeof authorityRow>): AuthorityFacts[] {
  if (row.code === null) return [];
  const known = authorityByCode(row.code);
  return [{ code: row.code, name: known?.name ?? row.code, region: row.region ?? known?.region ?? null }];
}

function regionsOf(authorities: readonly AuthorityFacts[]): PoolFacts['regions'] {
  const names = new Map<string, string>();
  for (const { code, region } of authorities)
    if (region !== null) names.set(region, authorityByCode(code)?.regionName ?? region);
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Facts of the pool as it is now: read again after files are added, removed or switched. */
export async function readFacts(database: Database, signal?: AbortSignal): Promise<PoolFacts> {
  const ask = (sql: string): Promise<readonly Row[]> => database.run({ sql, parameters: [] }, signal);
  const [size] = v.parse(v.array(totalRow), await ask(total));
  const span = async (column: string) => monthSpan(v.parse(v.array(monthRow), await ask(monthsOf(column))));
  const authorities = v
    .parse(v.array(authorityRow), await ask(places))
    .flatMap(authorityFacts)
    .sort((a, b) => a.name.localeCompare(b.name));
  const present = new Set(v.parse(v.array(columnRow), await ask(columns)).map(({ name }) => name));
  const shown = new Map(v.parse(v.array(signsRow), await ask(signs)).map(({ sourceId, ...own }) => [sourceId, own]));
  const found = v.parse(v.array(sourceRow), await ask(sources));
  const held = v.parse(v.array(heldRow), await ask(heldBy));
  return {
    rows: size?.rows ?? 0,
    authorities,
    regions: regionsOf(authorities),
    months: { referral: await span('referralMonth'), placement: await span('placementMonth') },
    sources: found.map(({ collected, ...source }) => ({
      ...source,
      signs: shown.get(source.sourceId) ?? noSigns,
      authorities: held.flatMap(({ sourceId, code }) => (sourceId === source.sourceId && code !== null ? [code] : [])),
      risksNotAsked: notAsked(collected),
    })),
    packed: packedColumns.every(({ name }) => present.has(name)),
  };
}
