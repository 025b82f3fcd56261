/**
 * SSDA903 returns given to this tab: read once, joined to the pool, and joined again whenever files of placements are
 * read, for a pool read again has lost them. Forgotten with the pool they belong to, and with the page.
 */
import type { Database } from '@/lib/database/database';
import { readReturn, type SsdaReturn } from '@/lib/intake/ssda903';
import { type LinkReport, linkSsda903 } from '@/lib/place/ssda903';
import { WrongColumns } from '@/lib/place/ssda903-file';
import { poolSession } from './pool-session';
import { currentPool, onPool } from './store';

export type ReturnLinked =
  | { readonly kind: 'linked'; readonly report: LinkReport; readonly again: boolean }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string };

interface Held extends SsdaReturn {
  readonly authority: string;
  readonly days: number;
}

let held: readonly Held[] = [];
let results: readonly ReturnLinked[] = [];
/** The pool as it was when last joined: any later version was read without them. */
let joined = { version: -1, shipped: true };
let joining = false;
const listeners = new Set<() => void>();

function tell(next: readonly ReturnLinked[]): void {
  results = next;
  for (const listener of listeners) listener();
}

async function join(label: string, returns: readonly Held[]): Promise<readonly LinkReport[]> {
  const reports: LinkReport[] = [];
  joining = true;
  try {
    await poolSession.change(label, async (database: Database) => {
      for (const { authority, episodes, unaccompanied, days } of returns)
        reports.push(await linkSsda903(database, authority, episodes, unaccompanied, days));
    });
  } finally {
    const { version, shipped } = currentPool();
    joined = { version, shipped };
    joining = false;
  }
  if (reports.length < returns.length)
    throw new Error(currentPool().failure ?? 'The return could not be joined to the placements.');
  return reports;
}

const asLinked = (reports: readonly LinkReport[], again: boolean): readonly ReturnLinked[] =>
  reports.map((report) => ({ kind: 'linked', report, again }));

function joinAgain(): void {
  const { status, version, shipped, rows } = currentPool();
  if (held.length === 0 || joining || status === 'loading' || version === joined.version) return;
  if (status !== 'ready' || rows === 0 || shipped !== joined.shipped) {
    held = [];
    tell([]);
    return;
  }
  join('Joining the SSDA903 return again', held)
    .then((reports) => tell(asLinked(reports, true)))
    .catch((error: unknown) => {
      held = [];
      tell([refused('The SSDA903 return', error)]);
    });
}

function refused(name: string, error: unknown): ReturnLinked {
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: 'refused',
    name,
    message: error instanceof WrongColumns ? message : `It could not be read: ${message}`,
  };
}

let watching = false;

/** Links the files to the authority's placements. Never throws: what is wrong is said, and the pool is then as it was. */
export async function linkReturn(authority: string, files: readonly File[], days: number): Promise<void> {
  let name = files[0]?.name ?? '';
  try {
    const read = await readReturn(files, (reading) => {
      name = reading;
    });
    const own: Held = { ...read, authority, days };
    const reports = await join('Linking an SSDA903 return', [own]);
    held = [...held.filter((one) => one.authority !== authority), own];
    const others = results.filter((one) => one.kind === 'linked' && one.report.authority !== authority);
    tell([...others, ...asLinked(reports, false)]);
    if (!watching) onPool(joinAgain);
    watching = true;
  } catch (error) {
    tell([...results.filter(({ kind }) => kind === 'linked'), refused(name, error)]);
  }
}

/** What the returns of this tab gave, one an authority; what could not be read is last. */
export const linkedReturns = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => results,
};
