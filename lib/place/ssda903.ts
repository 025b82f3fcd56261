/**
 * Promises that an authority's SSDA903 episodes give its placements their distance, joined on the child and
 * the start nearest the placement date; how many joined and how many could not is said; nothing else is kept.
 */
import type { Database } from '@/lib/database/database';
import { placeTypes } from './ends';
import { locate, milesBetween, sigmaBetween } from './locate';
import { loadPlaces, type Places } from './places';
import { farthestMiles, tooFarReason } from './reason';
import type { Episode, Episodes } from './ssda903-file';
import { defaultWindow, type Link, linkEpisodes, type Placement } from './ssda903-link';

export interface LinkReport {
  /** GSS code of the authority whose return this is. */
  readonly authority: string;
  readonly window: number;
  /** Placements of that authority, and those with the date a join needs. */
  readonly placements: number;
  readonly dated: number;
  readonly joined: number;
  /** Joined and given a distance. */
  readonly distances: number;
  readonly ambiguous: number;
  readonly contested: number;
  readonly outside: number;
  readonly strangers: number;
  /** Placements of children the return calls unaccompanied asylum-seeking. */
  readonly unaccompanied: number;
  readonly skipped: Episodes['skipped'];
  /** What might be wrong when little joins. */
  readonly advice: string | null;
}

interface Outcome {
  readonly rowId: number;
  readonly district: string;
  readonly homeArea: string;
  readonly placementArea: string;
  readonly miles: number | null;
  readonly sigma: number | null;
  readonly reason: string;
}

const unaccompaniedReason = 'Unaccompanied asylum-seeking child';

function outcome({ placement, episode }: Link, unaccompanied: ReadonlySet<string>, places: Places): Outcome {
  const home = locate(episode.home, 'postcode', 'home', places);
  const there = locate(episode.placement, 'postcode', 'placement', places);
  const both = home.kind === 'found' && there.kind === 'found';
  const miles = episode.miles ?? (both ? milesBetween(home, there) : null);
  const usable = miles !== null && miles <= farthestMiles;
  const missing = home.kind === 'unknown' ? home.reason : there.kind === 'unknown' ? there.reason : tooFarReason;
  return {
    rowId: placement.rowId,
    district: home.kind === 'found' ? home.district : '',
    homeArea: home.kind === 'found' ? home.authority : '',
    placementArea: there.kind === 'found' ? there.authority : '',
    miles: usable ? Math.floor(miles * 10 + 0.5) / 10 : null,
    sigma: !usable ? null : episode.miles !== null ? 0 : both ? sigmaBetween(home, there) : null,
    reason: usable
      ? ''
      : unaccompanied.has(episode.child)
        ? unaccompaniedReason
        : miles === null
          ? missing
          : tooFarReason,
  };
}

/** A child with no usable episode is still known to be unaccompanied. */
function reasonOnly(placement: Placement): Outcome {
  const nothing = { district: '', homeArea: '', placementArea: '', miles: null, sigma: null };
  return { rowId: placement.rowId, ...nothing, reason: unaccompaniedReason };
}

async function placementsOf(database: Database, authority: string): Promise<{ all: number; dated: Placement[] }> {
  const sql = `SELECT rowId, childId, placementDate - DATE '1970-01-01' AS day FROM pool WHERE la_code = ? AND placed`;
  const rows = await database.run({ sql, parameters: [authority] });
  const dated = rows
    .filter((row) => row.day !== null && row.childId !== null)
    .map((row) => ({ rowId: Number(row.rowId), child: String(row.childId).trim(), day: Number(row.day) }));
  return { all: rows.length, dated };
}

/**
 * Joins the return of one authority to the pool and fills its distance columns. A distance recorded in
 * the pool itself stands; one computed from the pool's own districts gives way.
 */
export async function linkSsda903(
  database: Database,
  authority: string,
  { episodes, skipped }: Episodes,
  unaccompanied: ReadonlySet<string> = new Set(),
  window = defaultWindow,
): Promise<LinkReport> {
  const places = await loadPlaces();
  const { all, dated } = await placementsOf(database, authority);
  const found = linkEpisodes(dated, episodes, window);
  const joined = found.links.map((link) => outcome(link, unaccompanied, places));
  const linked = new Set(joined.map((one) => one.rowId));
  const flagged = dated.filter((one) => unaccompanied.has(one.child));
  const alone = flagged.filter((one) => !linked.has(one.rowId)).map(reasonOnly);
  await writeOutcomes(database, [...joined, ...alone]);
  return {
    authority,
    window,
    placements: all,
    dated: dated.length,
    joined: joined.length,
    distances: joined.filter((one) => one.miles !== null).length,
    ambiguous: found.ambiguous.length,
    contested: found.contested.length,
    outside: found.outside.length,
    strangers: found.strangers.length,
    unaccompanied: flagged.length,
    skipped,
    advice: advice(dated, found.strangers, episodes),
  };
}

/** Ids that agree once leading zeros go were changed on the way by a spreadsheet. */
function advice(
  dated: readonly Placement[],
  strangers: readonly Placement[],
  episodes: readonly Episode[],
): string | null {
  if (dated.length === 0) return 'No placement of this authority has a placement date and a child ID to join on.';
  if (strangers.length * 2 < dated.length) return null;
  const bare = (child: string) => child.replace(/^0+/, '').toUpperCase();
  const children = new Set(episodes.map((one) => bare(one.child)));
  const zeros = strangers.filter((one) => children.has(bare(one.child))).length;
  return zeros * 2 > strangers.length
    ? 'The child IDs differ only in leading zeros or capitals: a spreadsheet may have changed them.'
    : 'Most children are not in this return: check that it is this authority’s, and for the same years.';
}

async function writeOutcomes(database: Database, outcomes: readonly Outcome[]): Promise<void> {
  const file = 'pool/ssda903-link.csv';
  const lines = outcomes.map((one) =>
    [one.rowId, one.district, one.homeArea, one.placementArea, one.miles ?? '', one.sigma ?? '', one.reason].join(','),
  );
  const names = ['rowId', 'district', 'homeArea', 'placementArea', 'miles', 'sigma', 'reason'];
  await database.registerFile(file, new TextEncoder().encode(`${names.join(',')}\n${lines.join('\n')}\n`));
  const { area, source } = await placeTypes(database);
  await database.execute(
    `CREATE OR REPLACE TEMP TABLE ssda903_link AS SELECT rowId::INTEGER AS rowId, district, TRY_CAST(homeArea AS ${area}) AS homeArea,
      TRY_CAST(placementArea AS ${area}) AS placementArea, miles::DOUBLE AS miles, sigma::DOUBLE AS sigma, reason
    FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', nullstr = '',
      columns = {${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}});
    UPDATE pool SET homeDistrict = coalesce(link.district, pool.homeDistrict), home_la = coalesce(link.homeArea, pool.home_la),
      placement_la = coalesce(link.placementArea, pool.placement_la), distanceMiles = link.miles,
      distanceSource = 'SSDA903'::${source}, distanceReason = NULL, distanceSigma = link.sigma
    FROM ssda903_link AS link WHERE link.rowId = pool.rowId AND link.miles IS NOT NULL AND pool.distanceSource <> 'recorded';
    UPDATE pool SET distanceReason = link.reason
    FROM ssda903_link AS link WHERE link.rowId = pool.rowId AND link.miles IS NULL AND pool.distanceMiles IS NULL;
    DROP TABLE ssda903_link`,
  );
  await database.dropFile(file);
}
