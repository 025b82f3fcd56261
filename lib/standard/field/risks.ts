import type { Field, Option } from '@/lib/standard/field';

const options = [
  { value: 'No known risk', aliases: ['No known risks'] },
  { value: 'Risk Present', aliases: ['Low risk', 'High risk'] },
] as const satisfies readonly Option[];

const shared = { group: 'Risks', type: 'category', options, cardinality: '1' } as const;
const other = { group: 'Risks', type: 'text', cardinality: '0..1' } as const;

/** The eleven categorical risks, in the standard's order, and the two free-text ones. */
export const riskFields = [
  {
    ...shared,
    name: 'riskSelfHarm',
    label: 'Risk to child: self-harm',
    template: 'risk_to_child_self_harm',
    json: 'riskSelfHarm',
    headings: ['Risk to child: Self-harm'],
  },
  {
    ...shared,
    name: 'riskSexualExploitation',
    label: 'Risk to child: sexual exploitation',
    json: 'riskSexualExploitation',
    headings: ['Risk to child: Sexual exploitation', 'risk_to_child_sexual_exploitation'],
    caveats: ['Missing from both 2026 templates: not collected, which is not the same as no known risk.'],
  },
  {
    ...shared,
    name: 'riskCriminalExploitation',
    label: 'Risk to child: criminal exploitation',
    template: 'risk_to_child_criminal_exploitation',
    json: 'riskCriminalExploitation',
    headings: ['Risk to child: Criminal exploitation'],
  },
  {
    ...shared,
    name: 'riskDrugAlcohol',
    label: 'Risk to child: drug and alcohol use',
    template: 'risk_to_child_drug_and_alcohol_use',
    json: 'riskDrugAlcohol',
    headings: ['Risk to child: Drug and alcohol use'],
  },
  {
    ...shared,
    name: 'riskEatingDisorder',
    label: 'Risk to child: eating disorder',
    template: 'risk_to_child_eating_disorder',
    json: 'riskEatingDisorder',
    headings: ['Risk to child: Eating disorder'],
  },
  {
    ...shared,
    name: 'riskMissing',
    label: 'Risk to child: going missing',
    template: 'risk_to_child_going_missing',
    json: 'riskMissing',
    headings: ['Risk to child: Going missing'],
  },
  {
    ...other,
    name: 'riskOther',
    label: 'Risk to child: other',
    json: 'riskOther',
    headings: ['Risk to child: Other (please specify)', 'risk_to_child_other', 'Risk to child: Other'],
    caveats: ['Dropped in 2026.'],
  },
  {
    ...shared,
    name: 'riskToOthersPhysical',
    label: 'Risk to others: physical harm',
    template: 'risk_to_others_physical_harm',
    json: 'riskToOthersPhysical',
    headings: ['Risk to others or property: Physical harm', 'Risk to others: Physical harm'],
  },
  {
    ...shared,
    name: 'riskToOthersSexual',
    label: 'Risk to others: sexual harm',
    template: 'risk_to_others_sexual_harm',
    json: 'riskToOthersSexual',
    headings: ['Risk to others or property: Sexual harm', 'Risk to others: Sexual harm'],
  },
  {
    ...shared,
    name: 'riskToOthersFire',
    label: 'Risk to others: fire-setting',
    template: 'risk_to_others_fire_setting',
    json: 'riskToOthersFire',
    headings: ['Risk to others or property: Fire-setting', 'Risk to others: Fire-setting'],
  },
  {
    ...shared,
    name: 'riskToOthersAnimals',
    label: 'Risk to others: harm to animals',
    template: 'risk_to_others_harm_to_animals',
    json: 'riskToOthersAnimals',
    headings: ['Risk to others or property: Harm to animals', 'Risk to others: Harm to animals'],
  },
  {
    ...shared,
    name: 'riskToOthersCriminal',
    label: 'Risk to others: criminal exploitation',
    template: 'risk_to_others_criminal_exploitation',
    json: 'riskToOthersCriminal',
    headings: ['Risk to others or property: Criminal exploitation', 'Risk to others: Criminal exploitation'],
  },
  {
    ...other,
    name: 'riskToOthersOther',
    label: 'Risk to others: other',
    template: 'risk_to_others_other',
    json: 'riskToOthersOther',
    headings: ['Risk to others or property: Other (please specify)', 'Risk to others: Other'],
    caveats: ['In the April 2026 template only.'],
  },
] as const satisfies readonly Field[];
