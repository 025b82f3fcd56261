/** What belongs to one file and may be put right after it was read. Measures read it from `source`; a saved pool keeps it. */
import type { Database } from '@/lib/database/database';
import { authorityByCode } from '@/lib/place/authority';
import { quote, quoteAll } from '@/lib/standard/sql';
import { notCollectedBy, type Template } from '@/lib/standard/template';
import { settleAgain } from './identity';
import { takeStanding } from './standing';
import { inTransaction } from './transaction';

export interface SourceSettings {
  /** What Yes means in the file's education column. */
  readonly educationPolarity?: 'disrupted' | 'continued';
  /** Whether its sibling counts include the child. */
  readonly siblingsIncludeChild?: boolean;
  /** GSS code. Only for a file whose rows do not name their own authority. */
  readonly authority?: string;
  /** First days, ISO, of the first and the last quarter the return is for. */
  readonly quarter?: { readonly from: string; readonly to: string };
  /** The form it was made with: decides whether a missing column was ever asked. */
  readonly template?: Template;
  /** The day it was sent, ISO: of two files with the same placement the later one is used. */
  readonly sentOn?: string;
}

async function setAuthority(db: Database, sourceId: number, code: string): Promise<void> {
  const authority = authorityByCode(code);
  if (!authority) throw new TypeError(`No authority has the code ${code}`);
  const [source] = await db.run({
    sql: 'SELECT authorityFrom AS "from" FROM source WHERE sourceId = ?',
    parameters: [sourceId],
  });
  if (source?.from === 'column') throw new TypeError('The rows of this file name their own authority');
  for (const table of ['pool', 'superseded'])
    await db.execute(
      `UPDATE ${table} SET la_code = ${quote(code)}, region = ${quote(authority.region)} WHERE sourceId = ${sourceId}`,
    );
  await db.execute(`UPDATE source SET la_code = ${quote(code)}, authorityFrom = 'chosen' WHERE sourceId = ${sourceId}`);
}

async function setTemplate(db: Database, sourceId: number, template: Template): Promise<void> {
  const notAsked = notCollectedBy(template);
  const asked = notAsked.length === 0 ? 'true' : `field NOT IN (${quoteAll(notAsked)})`;
  await db.execute(`UPDATE source SET template = ${quote(template)} WHERE sourceId = ${sourceId}`);
  await db.execute(`UPDATE problem SET severity = CASE WHEN ${asked} THEN 'warning' ELSE 'note' END::problemSeverity_option
    WHERE sourceId = ${sourceId} AND rule = 'not collected'`);
}

async function setSentOn(db: Database, sourceId: number, sentOn: string): Promise<void> {
  await db.run({
    sql: 'UPDATE source SET standing = NULL, sentOn = ?::DATE WHERE sourceId = ?',
    parameters: [sentOn, sourceId],
  });
  await db.execute(
    `UPDATE source SET standing = ${await takeStanding(db, sentOn, sourceId)} WHERE sourceId = ${sourceId}`,
  );
}

/** Changes what is given and leaves the rest. Throws a TypeError, changing nothing, when a value cannot be. */
export async function setSourceSettings(db: Database, sourceId: number, settings: SourceSettings): Promise<void> {
  if (!Number.isInteger(sourceId)) throw new TypeError(`Not a source: ${sourceId}`);
  const { educationPolarity = null, siblingsIncludeChild = null, authority, quarter, template, sentOn } = settings;
  for (const day of [quarter?.from, quarter?.to, sentOn])
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) throw new TypeError(`Not a day: ${day}`);
  await inTransaction(db, async () => {
    await db.run({
      sql: `UPDATE source SET educationPolarity = coalesce(?, educationPolarity),
        siblingsIncludeChild = coalesce(?, siblingsIncludeChild), quarterFrom = coalesce(?::DATE, quarterFrom),
        quarterTo = coalesce(?::DATE, quarterTo) WHERE sourceId = ?`,
      parameters: [educationPolarity, siblingsIncludeChild, quarter?.from ?? null, quarter?.to ?? null, sourceId],
    });
    if (template !== undefined) await setTemplate(db, sourceId, template);
    if (authority !== undefined) await setAuthority(db, sourceId, authority);
    if (sentOn !== undefined) await setSentOn(db, sourceId, sentOn);
    if (authority !== undefined || sentOn !== undefined) await settleAgain(db, [sourceId]);
  });
}

/** Puts files in the order given, earliest first, in the places they hold among all: for two that were sent on one day. */
export async function orderSources(db: Database, sourceIds: readonly number[]): Promise<void> {
  if (!sourceIds.every(Number.isInteger)) throw new TypeError(`Not sources: ${sourceIds.join(', ')}`);
  if (sourceIds.length < 2) return;
  await inTransaction(db, async () => {
    const list = sourceIds.join(', ');
    const rows = await db.run({
      sql: `SELECT standing FROM source WHERE sourceId IN (${list}) ORDER BY standing`,
      parameters: [],
    });
    for (const [at, row] of rows.entries())
      await db.execute(`UPDATE source SET standing = ${Number(row.standing)} WHERE sourceId = ${sourceIds[at]}`);
    await settleAgain(db);
  });
}
