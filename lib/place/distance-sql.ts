/**
 * Promises each placement its distance from home by DfE's formula, from the best home end there is,
 * with where it came from, why it is unknown and how sure it is.
 */
import { metresInMile } from './locate';
import { farthestMiles, notPlacedReason, tooFarReason } from './reason';

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

/** The seven columns of the pool, in its order: name → expression over `distanceJoin`, to be cast to the column's type. */
export const distanceColumns: Readonly<Record<string, string>> = {
  homeDistrict: 'homeEnd.district',
  home_la: 'homeEnd.area',
  placement_la: 'placementEnd.area',
  distanceMiles: `CASE WHEN ${isRecorded} THEN floor(recordedDistance * 10 + 0.5) / 10 WHEN ${isComputed} THEN ${computed} END`,
  distanceSource: `CASE WHEN ${isRecorded} THEN 'recorded' WHEN ${isComputed} THEN homeEnd.precision
    ELSE 'none' END`,
  distanceReason: `CASE WHEN ${isRecorded} OR ${isComputed} THEN NULL WHEN ${isTooFar} THEN '${tooFarReason}'
    WHEN placementLocation IS NULL AND NOT placed THEN '${notPlacedReason}'
    ELSE coalesce(homeEnd.reason, placementEnd.reason) END`,
  distanceSigma: `CASE WHEN ${isRecorded} THEN 0 WHEN ${isComputed}
    THEN sqrt(homeEnd.radius * homeEnd.radius + placementEnd.radius * placementEnd.radius) / 2 END`,
};
