/** What became of files whose rows are in the pool, as their reader is told. */
import type { Database } from '@/lib/database/database';
import type { FieldName } from '@/lib/standard/fields';
import type { Severity } from '@/lib/standard/rule';
import { correctedBy, nothingReplaced } from './corrections';
import type { Readable } from './file/read';
import { countedOnce, replaced } from './identity';
import type { Plan } from './plan';
import { type Loaded, mappingOf, type ProblemCount } from './report';
import { query } from './statement';
import type { Ownership } from './whose';

/** A file of the pool, while its report is written. */
export interface Written {
  readonly sourceId: number;
  readonly name: string;
  readonly plan: Plan;
  readonly readable: Readable;
  readonly ownership: Ownership;
  readonly rowsIn: number;
  readonly owned: number;
}

export const asked = ({ saidByRows, fallbackFrom }: Ownership): Loaded['authorityFrom'] =>
  saidByRows ? 'column' : (fallbackFrom ?? 'column');

type Rows = readonly Readonly<Record<string, unknown>>[];

function problemCount({ rule, field, severity, n }: Rows[number]): ProblemCount {
  return { rule: String(rule), field: field as FieldName, severity: severity as Severity, rows: Number(n) };
}

function report(
  { sourceId, name, plan, readable, ownership }: Written,
  found: { readonly problems: Rows; readonly authorities: Rows; readonly sums: Rows },
): Omit<Loaded, 'corrections'> {
  const own = (rows: Rows) => rows.filter(({ id }) => Number(id) === sourceId);
  const problems = own(found.problems).map(problemCount);
  const [sums] = own(found.sums);
  const rowsWith = (rule: string) => problems.find((one) => one.rule === rule)?.rows ?? 0;
  const { vocabulary, template, educationPolarity, proposals } = plan;
  const { layout, encoding } = readable;
  return {
    status: 'loaded',
    ...{ sourceId, name },
    ...{ rowsIn: Number(sums?.rowsIn), loaded: Number(sums?.loaded), setAside: Number(sums?.setAside) },
    ...{ countedOnce: rowsWith(countedOnce), outdated: rowsWith(replaced) },
    authorities: own(found.authorities).map((row) => ({ code: String(row.code), rows: Number(row.n) })),
    authorityFrom: asked(ownership),
    problems,
    mapping: mappingOf(layout.headings, plan),
    ...{ vocabulary, template, educationPolarity, encoding, proposals },
    ...{ delimiter: layout.delimiter, headerRow: layout.headerRow },
    unknown: plan.bespoke.map((column) => column.heading),
  };
}

/** A report a file, in their order. */
export async function readReports(db: Database, files: readonly Written[]): Promise<readonly Loaded[]> {
  const among = `sourceId IN (${files.map(({ sourceId }) => sourceId).join(', ')})`;
  const problems = await query(
    db,
    `SELECT sourceId AS id, rule::VARCHAR AS rule, field::VARCHAR AS field, severity::VARCHAR AS severity, count(*) AS n
      FROM problem WHERE ${among} GROUP BY ALL ORDER BY ALL`,
  );
  const authorities = await query(
    db,
    `SELECT sourceId AS id, la_code::VARCHAR AS code, count(*) AS n FROM pool WHERE ${among} GROUP BY ALL ORDER BY ALL`,
  );
  const sums = await query(
    db,
    `SELECT sourceId AS id, rowsIn AS "rowsIn", loaded, setAside AS "setAside" FROM source WHERE ${among}`,
  );
  const none = await nothingReplaced(db);
  const reports: Loaded[] = [];
  for (const file of files)
    reports.push({
      ...report(file, { problems, authorities, sums }),
      corrections: none ? [] : await correctedBy(db, file.sourceId),
    });
  return reports;
}
