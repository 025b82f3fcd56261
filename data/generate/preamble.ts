import type { Column } from './vocabulary';

/** The group above the first of its columns, as the template's merged cells export. */
const groups: Readonly<Record<string, string>> = {
  childId: 'Determinants of placement availability',
  fosterCareSuitability: 'Placement Recommendation',
  riskSelfHarm: 'Risks',
  coreWeeklyCost: 'Actual Placement',
  referralOfficerName: 'Quality Assurance',
};

const questions: Readonly<Record<string, string>> = {
  childId: 'Child ID\n\nThe unique number used in your case management system',
  neededBy: 'When do you need this placement by?\n\nOptions: Today, <5 days, >5 days',
  siblingCount: 'Number of siblings to place with\n\nNA where the child has none, 0 where they need not be together',
  isPreferredLocationLocal: 'Preferred location for home search\n\nIs it in the placing authority?\nOptions: Yes, No',
  totalWeeklyCost: 'Total weekly cost (actual weekly fee paid)\n\nWhat is the total weekly fee? (excluding VAT)',
  placementLocation: 'Placement Location\n\nWhich area was it found in? First 3-4 characters of the postcode',
  isEducationContinuous: 'Education continuity\n\nWas the child’s education disrupted as a result?\nOptions: Yes, No',
  placementType: 'Placement Type\n\nOptions: Residential, Foster, Supported Accommodation',
};

/** The example every copy of the template carries: `ABCD2012`, never a child. */
const example: Readonly<Record<string, string>> = {
  childId: 'ABCD2012',
  neededBy: '< 5 days',
  siblingCount: '2',
  isPreferredLocationLocal: 'No',
  outOfLAReason: 'Court Order',
  communicationNeeds: 'Not Specified',
  specificCommunicationRequirement: 'ESOL',
  homeAdaptationRequired: 'Yes',
  culturalNeeds: 'Required',
  livingCompanions: 'Only With Other younger children',
  pets: 'No',
  additionalSupport: 'Taxis to school',
  deprivationOfLiberty: 'Yes',
  fosterCareSuitability: 'Preferred',
  residentialCareSuitability: 'Suitable but not preferred',
  supportedAccommodationSuitability: 'Unsuitable',
  totalWeeklyCost: '23000',
  placementLocation: 'N18',
  isLocationPreferred: 'Yes',
  isEducationContinuous: 'No',
  providerURN: 'ABCD10293002',
  siblingsPlacedTogether: '1',
  placementType: 'Residential',
  referralDate: '45334',
  placementDate: '45372',
  costDate: '45412',
};

function exampleCell(field: string): string {
  if (!field.startsWith('risk')) return example[field] ?? '';
  return field === 'riskSelfHarm' || field === 'riskMissing' ? 'Risk Present' : 'No known risk';
}

/** The rows an exported template has around its header: one above, two below. */
export function preambleRows(columns: readonly Column[]): {
  readonly above: readonly string[];
  readonly description: readonly string[];
  readonly example: readonly string[];
} {
  return {
    above: columns.map(([field]) => groups[field] ?? ''),
    description: columns.map(
      ([field, header]) =>
        questions[field] ?? `${header.replaceAll('_', ' ')}\n\nPlease choose from the list or enter the value`,
    ),
    example: columns.map(([field]) => exampleCell(field)),
  };
}
