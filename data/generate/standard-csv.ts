/** Promises any number of rows as one plain file in the standard's own names and spellings, without holding them. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { cellText } from './cell';
import { type House, plainHouse } from './house';
import { type CanonicalRow, riskNames } from './row';
import { quoted } from './writing';

/** Rows are sought by name in the pool's own words; the authority and the home district are added columns. */
export const standardColumns: readonly string[] = [
  'la_code',
  'childId',
  'neededBy',
  'siblingCount',
  'preferredLocation',
  'isPreferredLocationLocal',
  'outOfLAReason',
  'communicationNeeds',
  'specificCommunicationRequirement',
  'homeAdaptationRequired',
  'culturalNeeds',
  'livingCompanions',
  'pets',
  'additionalSupport',
  'additionalSupportOther',
  'deprivationOfLiberty',
  'fosterCareSuitability',
  'residentialCareSuitability',
  'supportedAccommodationSuitability',
  ...riskNames,
  'coreWeeklyCost',
  'additionalSupportWeeklyCost',
  'educationWeeklyCost',
  'otherWeeklyCost',
  'totalWeeklyCost',
  'placementLocation',
  'isLocationPreferred',
  'isEducationContinuous',
  'providerURN',
  'siblingsPlacedTogether',
  'placementType',
  'referralDate',
  'placementDate',
  'costDate',
  'home_postcode',
];

const chunkRows = 2000;

function cell(column: string, row: CanonicalRow, house: House): string {
  if (column === 'la_code') return row.authority;
  return cellText(column === 'home_postcode' ? 'homeLocation' : column, row, house);
}

/** The file in pieces of 2,000 rows, header first. Education answers its name: Yes = continued. */
export function* standardCsv(rows: Iterable<CanonicalRow>): Generator<string> {
  let lines = [standardColumns.join(',')];
  for (const row of rows) {
    lines.push(standardColumns.map((column) => quoted(cell(column, row, plainHouse), ',')).join(','));
    if (lines.length >= chunkRows) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** Writes the file at `path` and says how many bytes it is. A million rows take about half a gigabyte. */
export function writeStandardCsv(rows: Iterable<CanonicalRow>, path: string): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  try {
    for (const chunk of standardCsv(rows)) bytes += writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
  return bytes;
}
