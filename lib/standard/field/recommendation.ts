import type { Field, Option } from '@/lib/standard/field';

/** How well each type of placement would suit the child, as the social worker sees it. */
export const suitabilityOptions = [
  { value: 'Preferred' },
  { value: 'Suitable but not preferred' },
  { value: 'Unsuitable' },
  { value: 'Not specified' },
] as const satisfies readonly Option[];

const shared = {
  group: 'Placement recommendation',
  type: 'category',
  options: suitabilityOptions,
  cardinality: '1',
} as const;

export const recommendationFields = [
  {
    ...shared,
    name: 'fosterCareSuitability',
    label: 'Foster care suitability',
    template: 'foster_care_suitability',
    json: 'fosterCareSuitability',
    headings: ['Foster care suitability', 'Foster suitability'],
    caveats: [
      'More than one suitability can be Preferred, or none.',
      'The June 2026 template’s list for foster care lacks “Suitable but not preferred”.',
    ],
  },
  {
    ...shared,
    name: 'residentialCareSuitability',
    label: 'Residential care suitability',
    template: 'residential_care_suitability',
    json: 'residentialCareSuitability',
    headings: ['Residential care suitability', 'Residential suitability'],
  },
  {
    ...shared,
    name: 'supportedAccommodationSuitability',
    label: 'Supported accommodation suitability',
    template: 'supported_accommodation',
    json: 'supportedAccommodationSuitability',
    headings: [
      'Supported Accomodation suitability',
      'supported_accomodation',
      'Supported home suitability',
      'Supported Accommodation suitability',
    ],
  },
] as const satisfies readonly Field[];
