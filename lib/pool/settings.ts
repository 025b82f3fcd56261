/** Puts a pool's sources back as they were after its files had to be read again. */
import type { Database } from '@/lib/database/database';
import { orderSources, type SourceSettings, setSourceSettings } from '@/lib/ingest/settings';
import { type Template, templates } from '@/lib/standard/template';
import { removeSources } from './change';
import { readSources, type SourceRow } from './sources';

function templateOf(text: string | null): Template | undefined {
  return templates.find((one) => one === text);
}

/** What may differ between a file as it was set and as it has just been read. */
function settingsOf(before: SourceRow, now: SourceRow): SourceSettings {
  const { educationPolarity, siblingsIncludeChild, code, quarterFrom, quarterTo, sentOn } = before;
  const template = templateOf(before.template);
  return {
    educationPolarity,
    siblingsIncludeChild,
    ...(code !== null && now.code !== code && now.authorityFrom !== 'column' && { authority: code }),
    ...(quarterFrom !== null && quarterTo !== null && { quarter: { from: quarterFrom, to: quarterTo } }),
    ...(template !== undefined && template !== now.template && { template }),
    ...(sentOn !== null && sentOn !== now.sentOn && { sentOn }),
  };
}

/**
 * After files were read again: the sources that were there get their settings back, and the others are removed, but for
 * those named in `also`, which had only just arrived.
 */
export async function restoreSources(
  database: Database,
  wanted: readonly SourceRow[],
  also: readonly number[] = [],
): Promise<void> {
  const left = [...wanted];
  const extra: number[] = [];
  const standings = new Map<number, number>();
  for (const now of await readSources(database)) {
    const at = left.findIndex((one) => one.name === now.name && one.rowsIn === now.rowsIn);
    const [before] = at < 0 ? [] : left.splice(at, 1);
    if (before) {
      standings.set(now.sourceId, before.standing);
      await setSourceSettings(database, now.sourceId, settingsOf(before, now));
    } else if (!also.includes(now.sourceId)) extra.push(now.sourceId);
  }
  await removeSources(database, extra);
  const order = [...standings].sort(([, one], [, other]) => one - other).map(([sourceId]) => sourceId);
  await orderSources(database, order);
}
