/**
 * Promises each placement its distance from home by DfE's formula, from the best home end there is,
 * with where it came from, why it is unknown and how sure it is.
 */
import type { Database } from '@/lib/database/database';
import { areaType, type PlaceProblem, prepareEnds } from './ends';
import { metresInMile } from './locate';
import { loadPlaces } from './places';
import { farthestMiles, notPlacedReason, tooFarReason } from './reason';

export const distanceSources = ['recorded', 'postcode', 'sector', 'district', 'SSDA903', 'none'] as const;
export type DistanceSource = (typeof distanceSources)[number];

export const sourceType = `ENUM(${distanceSources.map((name) => `'${name}'`).join(', ')})`;

/** To follow `FROM` a relation with the pool's columns, after `prepareEnds`. Keeps every row. */
export const distanceJoin = `LEFT JOIN home_place AS homeEnd ON homeEnd.text = coalesce(homeLocation, '')
  LEFT JOIN placement_place AS placementEnd ON placementEnd.text = coalesce(placementLocation, '')`;

/** DfE's formula in SQL, on grid metres; NULL where an end is. */
export function milesSql(from: string, to: string): string {
  const east = `(${from}.easting - ${to}.easting)`;
  const north = `(${from}.northing - ${to}.northing)`;
  return `(floor(sqrt(${east} * ${east} + ${north} * ${north}) / ${metresInMile} * 10 + 0.5) / 10)`;
}

const computed = milesSql('homeEnd', 'placementEnd');
const isRecorded = `(coalesce(recordedDistance, -1) BETWEEN 0 AND ${farthestMiles})`;
const isComputed = `(coalesce(${computed}, ${farthestMiles} + 1) <= ${farthestMiles})`;
const isTooFar = `(coalesce(${computed}, recordedDistance, 0) > ${farthestMiles})`;

/** The seven columns of the pool, in the order of the contract: name → expression over `distanceJoin`. */
export const distanceColumns: Readonly<Record<string, string>> = {
  homeDistrict: 'homeEnd.district',
  home_la: 'homeEnd.area',
  placement_la: 'placementEnd.area',
  distanceMiles: `CASE WHEN ${isRecorded} THEN floor(recordedDistance * 10 + 0.5) / 10 WHEN ${isComputed} THEN ${computed} END`,
  distanceSource: `CASE WHEN ${isRecorded} THEN 'recorded'::${sourceType} WHEN ${isComputed} THEN homeEnd.precision
    ELSE 'none'::${sourceType} END`,
  distanceReason: `CASE WHEN ${isRecorded} OR ${isComputed} THEN NULL WHEN ${isTooFar} THEN '${tooFarReason}'
    WHEN placementLocation IS NULL AND NOT placed THEN '${notPlacedReason}'
    ELSE coalesce(homeEnd.reason, placementEnd.reason) END`,
  distanceSigma: `CASE WHEN ${isRecorded} THEN 0 WHEN ${isComputed}
    THEN sqrt(homeEnd.radius * homeEnd.radius + placementEnd.radius * placementEnd.radius) / 2 END`,
};

/** The same as SELECT items, for a pool made in one statement. */
export const distanceItems = Object.entries(distanceColumns)
  .map(([name, sql]) => `${sql} AS ${name}`)
  .join(', ');

/** Fills the seven columns of an existing `pool`, making those it lacks. Returns the texts that need explaining. */
export async function fillDistances(database: Database): Promise<readonly PlaceProblem[]> {
  const problems = await prepareEnds(database, 'pool');
  const area = areaType(await loadPlaces());
  const types: Readonly<Record<string, string>> = { home_la: area, placement_la: area, distanceSource: sourceType };
  for (const name of Object.keys(distanceColumns)) {
    const text = name === 'homeDistrict' || name === 'distanceReason';
    const type = types[name] ?? (text ? 'VARCHAR' : 'DOUBLE');
    await database.execute(`ALTER TABLE pool ADD COLUMN IF NOT EXISTS "${name}" ${type}`);
  }
  const items = Object.entries(distanceColumns).map(([name, sql]) => `"${name}" = ${sql}`);
  await database.execute(
    `UPDATE pool SET ${items.join(', ')} FROM home_place AS homeEnd, placement_place AS placementEnd
     WHERE homeEnd.text = coalesce(homeLocation, '') AND placementEnd.text = coalesce(placementLocation, '')`,
  );
  return problems;
}
