/**
 * Promises each placement its distance from home by DfE's formula, from the best home end there is,
 * with where it came from, why it is unknown and how sure it is.
 */
import { metresInMile } from './locate';
import { farthestMiles, notPlacedReason, tooFarReason } from './reason';

/** To follow `FROM` a relation with the pool's columns, after `prepareEnds`. Keeps every row. */
export const distanceJoin = `LEFT JOIN home_place AS homeEnd ON homeEnd.text = coalesce(homeLocation, '')
  LEFT JOIN placement_place AS placementEnd ON placementEnd.text = coalesce(placementLocation, '')`;

const east = '(homeEnd.easting - placementEnd.easting)';
const north = '(homeEnd.northing - placementEnd.northing)';
/** Square metres from end to end, NULL where an end is nowhere: what conditions need, without a root a row. */
const square = `(${east} * ${east} + ${north} * ${north})`;
/** The least square that rounds to more than the farthest distance believed. */
const farthest = ((farthestMiles + 0.05) * metresInMile) ** 2;

const isRecorded = `recordedDistance BETWEEN 0 AND ${farthestMiles}`;
const isComputed = `${square} < ${farthest}`;

/** The seven columns of the pool, in its order: name → expression over `distanceJoin`, to be cast to the column's type. */
export const distanceColumns: Readonly<Record<string, string>> = {
  homeDistrict: 'homeEnd.district',
  home_la: 'homeEnd.area',
  placement_la: 'placementEnd.area',
  distanceMiles: `CASE WHEN ${isRecorded} THEN floor(recordedDistance * 10 + 0.5) / 10
    WHEN ${isComputed} THEN floor(sqrt(${square}) / ${metresInMile} * 10 + 0.5) / 10 END`,
  distanceSource: `CASE WHEN ${isRecorded} THEN 'recorded' WHEN ${isComputed} THEN homeEnd.precision ELSE 'none' END`,
  distanceReason: `CASE WHEN ${isRecorded} OR ${isComputed} THEN NULL
    WHEN ${square} >= ${farthest} OR recordedDistance > ${farthestMiles} THEN '${tooFarReason}'
    WHEN placementLocation IS NULL AND NOT placed THEN '${notPlacedReason}'
    ELSE coalesce(homeEnd.reason, placementEnd.reason) END`,
  distanceSigma: `CASE WHEN ${isRecorded} THEN 0
    WHEN ${isComputed} THEN sqrt(homeEnd.radius * homeEnd.radius + placementEnd.radius * placementEnd.radius) / 2 END`,
};
