import type { Field, Option } from '@/lib/standard/field';

const group = 'Actual placement';
const part = { group, type: 'money', cardinality: '0..1', headings: [] as readonly string[] } as const;

export const placementTypeOptions = [
  { value: 'Foster' },
  { value: 'Residential' },
  { value: 'Supported Accommodation', aliases: ['Supported Accomodation'] },
] as const satisfies readonly Option[];

/** What was found, where, from whom and at what price. */
export const placementFields = [
  {
    ...part,
    name: 'coreWeeklyCost',
    label: 'Core cost, £ a week',
    template: 'cost_core_weekly',
    headings: ['Core weekly cost', 'What is the total weekly core cost of the placement?'],
  },
  {
    ...part,
    name: 'additionalSupportWeeklyCost',
    label: 'Additional support cost, £ a week',
    template: 'cost_additional_support_weekly',
    headings: ['Additional support weekly cost', 'What is the total weekly additional support cost of the placement?'],
  },
  {
    ...part,
    name: 'educationWeeklyCost',
    label: 'Education cost, £ a week',
    template: 'cost_education_weekly',
    headings: ['Education weekly cost', 'What is the total weekly education cost of the placement?'],
  },
  {
    ...part,
    name: 'otherWeeklyCost',
    label: 'Other cost, £ a week',
    template: 'cost_other_weekly',
    headings: ['Other weekly cost', 'Any costs that do not clearly fall within the above categories.'],
  },
  {
    name: 'totalWeeklyCost',
    label: 'Total cost, £ a week',
    group,
    type: 'money',
    cardinality: '1',
    template: 'cost_total_weekly',
    json: 'totalWeeklyCost',
    headings: [
      'Total Weekly Cost (actual weekly fee paid)',
      'total_weekly_cost',
      'agreed_weekly_total_cost',
      'Agreed total weekly cost',
    ],
    caveats: [
      'An estimate, excluding VAT: recorded at different points in time, with different contract clauses.',
      'The total weekly fee, not the core fee.',
    ],
  },
  {
    name: 'placementLocation',
    label: 'Placement postcode district',
    group,
    type: 'outward',
    cardinality: '1',
    template: 'placement_location',
    json: 'placementLocation',
    headings: ['Placement Location', 'Placement postcode', 'Placement postcode district'],
  },
  {
    name: 'isLocationPreferred',
    label: 'Placement is in a preferred location',
    group,
    type: 'boolean',
    cardinality: '1',
    template: 'preferrability_of_placement_location',
    json: 'preferabilityLocation',
    headings: [
      'Preferabilty of placement location',
      'Preferrabilty of placement location',
      'Preferability of placement location',
    ],
  },
  {
    name: 'isEducationContinuous',
    label: 'Education continuity',
    group,
    type: 'boolean',
    cardinality: '1',
    template: 'education_continuity',
    json: 'educationContinuity',
    headings: ['Education Continuity'],
    caveats: [
      'Named continuity, but the template asks whether education was disrupted. Which one a file answers is a setting of the file.',
    ],
  },
  {
    name: 'providerURN',
    label: 'Provider URN (Ofsted)',
    group,
    type: 'urn',
    cardinality: '1',
    template: 'provider_URN',
    json: 'providerURN',
    headings: ['Provider URN (linked to Ofsted)', 'Provider ID (linked to Ofsted)', 'Provider ID', 'URN'],
    caveats: ['An unregistered placement is written here in words; its count is sensitive.'],
  },
  {
    name: 'siblingsPlacedTogether',
    label: 'Siblings placed together',
    group,
    type: 'integer',
    cardinality: '1',
    template: 'how_many_siblings_were_placed_together',
    json: 'siblingsPlacedTogether',
    headings: ['How many siblings were placed together?', 'Siblings placed together'],
    notApplicable: true,
  },
  {
    name: 'placementType',
    label: 'Placement type',
    group,
    type: 'category',
    options: placementTypeOptions,
    cardinality: '1',
    template: 'placement_type',
    json: 'placementType',
    headings: ['Placement Type', 'Type of placement'],
  },
] as const satisfies readonly Field[];
