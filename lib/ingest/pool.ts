/**
 * Opens the pool: one typed table of placements with its sources and its problems. Everything else in the
 * product reads these three tables and nothing before them. `source.standing` orders the files, the latest highest.
 */
import type { Database } from '@/lib/database/database';
import { packedColumns } from '@/lib/measure/packed';
import { authorities } from '@/lib/place/authority';
import { enumStatements, poolColumns } from '@/lib/standard/column';
import { fields } from '@/lib/standard/fields';
import { severities } from '@/lib/standard/rule';
import { quoteAll } from '@/lib/standard/sql';
import { identityTables } from './identity';
import { problemAdvice, problemRules } from './problem';

const sourceTable = `CREATE TABLE source (
  sourceId INTEGER, name VARCHAR, la_code VARCHAR, rowsIn INTEGER, loaded INTEGER, setAside INTEGER,
  vocabulary VARCHAR, template VARCHAR, encoding VARCHAR, educationPolarity VARCHAR, siblingsIncludeChild BOOLEAN,
  quarterFrom DATE, quarterTo DATE, collected VARCHAR,
  authorityFrom VARCHAR, sentOn DATE, standing INTEGER)`;

const problemTable = `CREATE TABLE problem (
  sourceId INTEGER, sourceRow INTEGER, field problemField_option, value VARCHAR,
  rule problemRule_option, severity problemSeverity_option, advice problemAdvice_option)`;

/** Councils outside England too: a child may be placed in Wales or Scotland. */
export interface PoolCodes {
  readonly places?: readonly string[];
}

/** Creates the empty tables `pool`, `source` and `problem`. The engine must be new. */
export async function openPool(db: Database, { places = [] }: PoolCodes = {}): Promise<void> {
  const codes = authorities.map((one) => one.code);
  const statements = [
    // Compressed as it is committed: a fifteenth of the memory, at no cost that shows.
    "ATTACH ':memory:' AS store (COMPRESS)",
    'USE store',
    ...enumStatements({
      authorities: codes,
      regions: [...new Set(authorities.map((one) => one.region))],
      places: [...new Set([...codes, ...places])],
    }),
    `CREATE TYPE problemField_option AS ENUM (${quoteAll(fields.map((field) => field.name))})`,
    `CREATE TYPE problemRule_option AS ENUM (${quoteAll(problemRules)})`,
    `CREATE TYPE problemSeverity_option AS ENUM (${quoteAll(severities)})`,
    `CREATE TYPE problemAdvice_option AS ENUM (${quoteAll(problemAdvice)})`,
    // The packed columns take their types from their expressions.
    `CREATE TABLE pool AS SELECT *, ${packedColumns.map(({ name, sql }) => `${sql} AS "${name}"`).join(', ')}
      FROM (SELECT ${poolColumns.map(({ name, type }) => `NULL::${type} AS "${name}"`).join(', ')}) WHERE false`,
    sourceTable,
    problemTable,
    ...identityTables,
    'CREATE TABLE region_of AS SELECT code::la_option AS la_code, area::region_option AS region FROM (VALUES '.concat(
      authorities.map((one) => `('${one.code}', '${one.region}')`).join(', '),
      ') t(code, area)',
    ),
  ];
  for (const statement of statements) await db.execute(statement);
}
