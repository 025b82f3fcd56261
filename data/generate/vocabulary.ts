import { riskNames } from './row';

/** A column of a return: the standard's field and the header an authority gives it. */
export type Column = readonly [field: string, header: string];

export type Vocabulary = 'template-2026-april' | 'template-2026-june' | 'v2-json' | 'label';

const risksWithoutSexualExploitation = riskNames.filter((name) => name !== 'riskSexualExploitation');

const templateRisks: Readonly<Record<string, string>> = {
  riskSelfHarm: 'risk_to_child_self_harm',
  riskCriminalExploitation: 'risk_to_child_criminal_exploitation',
  riskDrugAlcohol: 'risk_to_child_drug_and_alcohol_use',
  riskEatingDisorder: 'risk_to_child_eating_disorder',
  riskMissing: 'risk_to_child_going_missing',
  riskToOthersPhysical: 'risk_to_others_physical_harm',
  riskToOthersSexual: 'risk_to_others_sexual_harm',
  riskToOthersFire: 'risk_to_others_fire_setting',
  riskToOthersAnimals: 'risk_to_others_harm_to_animals',
  riskToOthersCriminal: 'risk_to_others_criminal_exploitation',
};

const labelRisks: Readonly<Record<string, string>> = {
  riskSelfHarm: 'Risk to child: Self-harm',
  riskSexualExploitation: 'Risk to child: Sexual exploitation',
  riskCriminalExploitation: 'Risk to child: Criminal exploitation',
  riskDrugAlcohol: 'Risk to child: Drug and alcohol use',
  riskEatingDisorder: 'Risk to child: Eating disorder',
  riskMissing: 'Risk to child: Going missing',
  riskToOthersPhysical: 'Risk to others or property: Physical harm',
  riskToOthersSexual: 'Risk to others or property: Sexual harm',
  riskToOthersFire: 'Risk to others or property: Fire-setting',
  riskToOthersAnimals: 'Risk to others or property: Harm to animals',
  riskToOthersCriminal: 'Risk to others or property: Criminal exploitation',
};

function template(april: boolean): readonly Column[] {
  return [
    ['childId', 'child_ID'],
    ['neededBy', 'when_placement_is_needed_by'],
    ['siblingCount', 'number_of_siblings_to_place_with'],
    ['isPreferredLocationLocal', 'is_preferred_location_local'],
    ['outOfLAReason', 'out_of_LA_reason'],
    ['communicationNeeds', 'communication_language_learning_needs'],
    ['specificCommunicationRequirement', 'specific_communication_and_language_requirements'],
    ['homeAdaptationRequired', 'adaptation_to_the_home'],
    ['culturalNeeds', 'cultural_needs'],
    ['livingCompanions', 'who_can_the_child_be_cared_for_alongside'],
    ['pets', 'can_child_live_with_pets'],
    ['additionalSupport', 'additional_support'],
    ['additionalSupportOther', 'additional_support_other'],
    ['deprivationOfLiberty', 'dol'],
    ['fosterCareSuitability', 'foster_care_suitability'],
    ['residentialCareSuitability', 'residential_care_suitability'],
    ['supportedAccommodationSuitability', 'supported_accommodation'],
    ...risksWithoutSexualExploitation.map((name): Column => [name, templateRisks[name] ?? name]),
    ...(april ? [['riskToOthersOther', 'risk_to_others_other'] as const] : []),
    ['coreWeeklyCost', 'cost_core_weekly'],
    ['additionalSupportWeeklyCost', 'cost_additional_support_weekly'],
    ['educationWeeklyCost', 'cost_education_weekly'],
    ['otherWeeklyCost', 'cost_other_weekly'],
    ['totalWeeklyCost', 'cost_total_weekly'],
    ['placementLocation', 'placement_location'],
    ['isLocationPreferred', 'preferrability_of_placement_location'],
    ['isEducationContinuous', 'education_continuity'],
    ['providerURN', 'provider_URN'],
    ['siblingsPlacedTogether', 'how_many_siblings_were_placed_together'],
    ['placementType', 'placement_type'],
    ['referralOfficerName', 'name_of_officer_referral'],
    ['referralDate', 'Date_entry_referral'],
    ['placementOfficerName', 'name_of_officer_placement'],
    ['placementDate', 'date_entry_placement'],
    ['costOfficerName', 'name_of_officer_placement_cost'],
    ['costDate', 'date_entry_placement_cost'],
  ];
}

const jsonNames: readonly Column[] = [
  ...['childId', 'neededBy', 'siblingCount', 'preferredLocation', 'communicationNeeds'].map(
    (name): Column => [name, name],
  ),
  ['specificCommunicationRequirement', 'specificCommunicationRequirements'],
  ['homeAdaptationRequired', 'homeAdaptation'],
  ...['culturalNeeds', 'livingCompanions', 'pets', 'additionalSupport', 'additionalSupportOther'].map(
    (name): Column => [name, name],
  ),
  ['deprivationOfLiberty', 'deprivationOfLiberty'],
  ['fosterCareSuitability', 'fosterCareSuitability'],
  ['residentialCareSuitability', 'residentialCareSuitability'],
  ['supportedAccommodationSuitability', 'supportedAccommodationSuitability'],
  ...riskNames.map((name): Column => [name, name]),
  ['totalWeeklyCost', 'totalWeeklyCost'],
  ['placementLocation', 'placementLocation'],
  ['isLocationPreferred', 'preferabilityLocation'],
  ['isEducationContinuous', 'educationContinuity'],
  ...['providerURN', 'siblingsPlacedTogether', 'placementType'].map((name): Column => [name, name]),
  ...['referralDate', 'placementDate', 'costDate'].map((name): Column => [name, name]),
];

const labels: readonly Column[] = [
  ['childId', 'Child ID'],
  ['neededBy', 'When placement is needed by'],
  ['siblingCount', 'Number of siblings to place with'],
  ['preferredLocation', 'Preferred location for home search'],
  ['communicationNeeds', 'Communication, language and learning needs'],
  ['homeAdaptationRequired', 'Adaptation to the home'],
  ['culturalNeeds', 'Cultural needs (e.g. place of worship)'],
  ['livingCompanions', 'Who can the child be cared for alongside?'],
  ['pets', 'Can the child live with pets/animals?'],
  ['additionalSupport', 'Additional support (Please specify)'],
  ['deprivationOfLiberty', 'Deprivation of Liberty Order'],
  ['fosterCareSuitability', 'Foster care suitability'],
  ['residentialCareSuitability', 'Residential care suitability'],
  ['supportedAccommodationSuitability', 'Supported Accomodation suitability'],
  ...riskNames.map((name): Column => [name, labelRisks[name] ?? name]),
  ['totalWeeklyCost', 'Total Weekly Cost (actual weekly fee paid)'],
  ['placementLocation', 'Placement Location'],
  ['isLocationPreferred', 'Preferabilty of placement location'],
  ['isEducationContinuous', 'Education Continuity'],
  ['providerURN', 'Provider URN (linked to Ofsted)'],
  ['siblingsPlacedTogether', 'How many siblings were placed together?'],
  ['placementType', 'Placement Type'],
  ['referralOfficerName', 'Name of officer (referral)'],
  ['referralDate', 'Date of Data entry (referral)'],
  ['placementDate', 'Date of Data entry (placement)'],
  ['costDate', 'Date of Data entry (placement cost)'],
];

const columns: Readonly<Record<Vocabulary, readonly Column[]>> = {
  'template-2026-april': template(true),
  'template-2026-june': template(false),
  'v2-json': jsonNames,
  label: labels,
};

/** The columns of a return in one of the vocabularies that real files use, in their usual order. */
export function columnsOf(vocabulary: Vocabulary): readonly Column[] {
  return columns[vocabulary];
}
