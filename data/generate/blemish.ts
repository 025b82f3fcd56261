import type { House } from './house';
import type { Random } from './random';
import { type CanonicalRow, riskNames } from './row';
import { placementTypes } from './suitability';

/** The gaps of a real return: cells left blank, more by some authorities than by others. Returns a new row. */
export function blemish(random: Random, house: House, whole: CanonicalRow): CanonicalRow {
  const row: CanonicalRow = { ...whole, risks: [...whole.risks], suitability: { ...whole.suitability } };
  const left = (share: number) => random.chance(share);
  if (left(house.noNotice)) row.neededBy = null;
  if (left(0.01)) row.communicationNeeds = null;
  if (left(0.01)) row.homeAdaptationRequired = null;
  if (left(0.015)) row.culturalNeeds = null;
  if (left(0.012)) row.livingCompanions = null;
  if (left(0.03)) row.pets = null;
  if (left(0.02) && row.siblingCount === 0) row.siblingCount = null;
  if (left(0.008)) row.risks = riskNames.map(() => null);
  if (left(0.01)) row.risks[random.between(0, riskNames.length - 1)] = null;
  if (left(0.008)) row.suitability[random.pick(placementTypes)] = null;
  if (left(0.012) && row.homeDistrict !== null) {
    row.homeDistrict = null;
    row.homeUnknownReason = 'Not known';
    row.miles = null;
  }
  if (row.placementType === null) return row;
  if (left(0.02)) row.isLocationPreferred = null;
  if (left(0.025)) row.educationDisrupted = null;
  if (left(0.015) && row.providerURN !== 'Unregistered') row.providerURN = null;
  if (left(0.012)) row.totalWeeklyCost = null;
  if (left(0.006)) {
    row.placementLocation = null;
    row.miles = null;
  }
  if (left(0.04)) row.costDay = null;
  // A fee revised after its parts were recorded, or a part left out of the sum.
  if (left(0.035) && row.totalWeeklyCost !== null && row.coreWeeklyCost !== null) {
    row.coreWeeklyCost = Math.round(row.coreWeeklyCost * (0.88 + 0.09 * random.next()));
  }
  return row;
}
