import type { House } from './house';
import { hashText } from './random';
import { type CanonicalRow, type PlacementType, type RiskName, riskNames } from './row';
import { spell } from './spelling';
import { costText, dateText } from './writing';

/** Invented. They are in the files so that tests can show they never enter the pool. */
export const officers = ['Ash Sample', 'Bo Invented', 'Cam Fictional', 'Dee Made-Up', 'Eve Placeholder', 'Fen Notreal'];

const searches = ['Near current school', 'Close to grandparents', 'Within 30 minutes of home', 'Same town if possible'];

const suitabilityOf: Readonly<Record<string, PlacementType>> = {
  fosterCareSuitability: 'Foster',
  residentialCareSuitability: 'Residential',
  supportedAccommodationSuitability: 'Supported Accommodation',
};

/** A number from the row alone, so that a cell does not depend on which cells were written before it. */
function chanceOf(row: CanonicalRow, name: string): number {
  return hashText(`${row.authority} ${row.childId} ${row.referralDay} ${name}`) / 4294967296;
}

function officer(row: CanonicalRow, name: string): string {
  return officers[Math.floor(chanceOf(row, name) * officers.length)] ?? '';
}

function childId(row: CanonicalRow, house: House): string {
  if (house.childId === 'padded') return String(row.childId).padStart(6, '0');
  const short = house.file.slice(0, 3).toUpperCase();
  if (house.childId === 'prefixed') return `${short}${10_000 + row.childId}`;
  return house.childId === 'dashed' ? `${short}-${row.childId}` : String(row.childId);
}

function siblings(row: CanonicalRow, house: House): string {
  return row.noSiblings ? house.noSiblings : String(row.siblingCount ?? '');
}

function together(row: CanonicalRow, house: House): string {
  if (row.siblingsPlacedTogether === null) return '';
  if (row.noSiblings && house.noSiblings === 'NA') return 'NA';
  return String(row.siblingsPlacedTogether + (house.countsChild ? 1 : 0));
}

function urn(row: CanonicalRow, house: House): string {
  if (row.providerURN !== 'Unregistered') return row.providerURN ?? '';
  if (house.spelling === 'standard') return 'Unregistered';
  return house.spelling === 'label' ? 'Not registered' : 'N/A – unreg';
}

function location(row: CanonicalRow, house: House): string {
  const district = row.placementLocation ?? '';
  if (district === '' || house.file !== 'somerset-placements.csv') return district;
  const luck = chanceOf(row, 'location');
  if (luck < 0.04) return district.toLowerCase();
  return luck < 0.08 ? `${district} ${1 + Math.floor(luck * 100)}` : district;
}

/** The text of a yes or no, in the house's words; blank where not recorded. */
function yesNo(value: boolean | null, house: House): string {
  return value === null ? '' : house.yesNo[value ? 0 : 1];
}

function risk(row: CanonicalRow, name: RiskName, house: House): string {
  const present = row.risks[riskNames.indexOf(name)];
  if (present === null || present === undefined) return '';
  if (!present) return spell(house.spelling, 'No known risk');
  const low = house.spelling === 'pilot' && chanceOf(row, name) < 0.55;
  return spell(house.spelling, low ? 'Risk Present, low' : 'Risk Present');
}

function education(row: CanonicalRow, house: House): string {
  if (row.educationDisrupted === null || house.education === 'never recorded') return '';
  return yesNo(house.education === 'disrupted' ? row.educationDisrupted : !row.educationDisrupted, house);
}

type Write = (row: CanonicalRow, house: House) => string;
const word =
  (read: (row: CanonicalRow) => string | null): Write =>
  (row, house) =>
    spell(house.spelling, read(row) ?? '');

const writers: Readonly<Record<string, Write>> = {
  childId,
  neededBy: word((row) => row.neededBy),
  siblingCount: siblings,
  preferredLocation: (row) =>
    chanceOf(row, 'search') < 0.25 ? (searches[Math.floor(chanceOf(row, 'where') * 4)] ?? '') : '',
  isPreferredLocationLocal: (row, house) => yesNo(row.isPreferredLocationLocal, house),
  outOfLAReason: word((row) => row.outOfLAReason),
  communicationNeeds: (row, house) => {
    const value = row.communicationNeeds ?? '';
    const key = value === 'Yes' || value === 'No' ? `communication ${value}` : value;
    const spelt = spell(house.spelling, key);
    return spelt === key ? value : spelt;
  },
  specificCommunicationRequirement: (row, house) => row.specificCommunicationRequirement.join(house.several),
  homeAdaptationRequired: (row, house) => yesNo(row.homeAdaptationRequired, house),
  culturalNeeds: word((row) => row.culturalNeeds),
  livingCompanions: word((row) => row.livingCompanions),
  pets: word((row) => row.pets),
  additionalSupport: (row, house) =>
    row.additionalSupport.map((value) => spell(house.spelling, value)).join(house.several),
  additionalSupportOther: (row) => row.additionalSupportOther ?? '',
  deprivationOfLiberty: (row, house) => yesNo(row.deprivationOfLiberty, house),
  totalWeeklyCost: (row, house) => costText(row.totalWeeklyCost, house),
  coreWeeklyCost: (row, house) => costText(row.coreWeeklyCost, house),
  additionalSupportWeeklyCost: (row, house) => costText(row.additionalSupportWeeklyCost, house),
  educationWeeklyCost: (row, house) => costText(row.educationWeeklyCost, house),
  otherWeeklyCost: (row, house) => costText(row.otherWeeklyCost, house),
  placementLocation: location,
  isLocationPreferred: (row, house) => yesNo(row.isLocationPreferred, house),
  isEducationContinuous: education,
  providerURN: urn,
  siblingsPlacedTogether: together,
  placementType: word((row) => row.placementType),
  referralOfficerName: (row) => officer(row, 'referral'),
  placementOfficerName: (row) => (row.placementDay === null ? '' : officer(row, 'placement')),
  costOfficerName: (row) => (row.costDay === null ? '' : officer(row, 'cost')),
  referralDate: (row, house) => dateText(row.referralDay, house),
  placementDate: (row, house) => dateText(row.placementDay, house),
  costDate: (row, house) => dateText(row.costDay, house),
  riskToOthersOther: (row) => (chanceOf(row, 'other risk') < 0.02 ? 'See risk assessment' : ''),
  homeLocation: (row, house) => home(row, house),
  recordedDistance: (row) => (row.miles === null ? '' : row.miles.toFixed(1)),
  age: (row) => String(row.age),
  gender: (row) => row.gender,
  planned_or_emergency: (row) => (row.neededBy === 'Today' ? 'Emergency' : 'Planned'),
  provider_sector: (row) => row.providerSector ?? '',
};

function home(row: CanonicalRow, house: House): string {
  if (row.homeDistrict === null) return row.homeUnknownReason === 'Not known' ? '' : (row.homeUnknownReason ?? '');
  const as = house.home?.as;
  if (as === 'lower case') return row.homeDistrict.toLowerCase();
  if (as === 'district' || row.homeSector === null) return row.homeDistrict;
  return as === 'sector' ? `${row.homeDistrict} ${row.homeSector}` : `${row.homeDistrict}${row.homeSector}`;
}

/** What `house` writes in the cell of `field`. */
export function cellText(field: string, row: CanonicalRow, house: House): string {
  const type = suitabilityOf[field];
  if (type) return spell(house.spelling, row.suitability[type] ?? '');
  const name = riskNames.find((one) => one === field);
  if (name) return risk(row, name, house);
  const write = writers[field];
  if (!write) throw new Error(`No way to write ${field}`);
  return write(row, house);
}
