/** How an authority spells the standard's values; all of these are seen in real files. */
export type Spelling = 'standard' | 'template' | 'label' | 'json' | 'joined' | 'pilot';

type Spellings = Readonly<Record<string, string>>;

const template: Spellings = {
  '< 5 days': '<5 days',
  '> 5 days': '>5 days',
  'Court order': 'Court Order',
  'Only with other younger children': 'Only With Other younger children',
};

const label: Spellings = {
  '< 5 days': '< 5days',
  '> 5 days': '>5days',
  'Risk Present': 'Risk present',
  'Supported Accommodation': 'Supported Accomodation',
  'Yes-must': 'Yes - must',
  'Yes-can': 'Yes-can',
  'Not known': "Don't know",
  Other: 'other (please specify)',
};

const json: Spellings = {
  '< 5 days': 'in less than 5 days',
  '> 5 days': 'in more than 5 days',
  'communication Yes': 'Y',
  'communication No': 'N',
  'Not Required': 'Not required',
  'Yes-must': 'Yes - must',
  'Yes-can': 'Yes - can',
  'Not known': 'Not Known',
};

const joined: Spellings = {
  '< 5 days': 'WithinFiveDays',
  '> 5 days': 'MoreThanFiveDays',
  'communication Yes': 'Y',
  'communication No': 'N',
  'Not Specified': 'NotSpecified',
  'Not Required': 'NotRequired',
  'Not Known': 'NotKnown',
  'Not specified': 'NotSpecified',
  'Suitable but not preferred': 'SuitableButNotPreferred',
  'Solo placement recommended': 'SoloPlacement',
  'With other children recommended': 'WithOtherChildren',
  'Only with other older children': 'OnlyWithOlderChildren',
  'Only with other younger children': 'OnlyWithYoungerChildren',
  'No preference': 'NoPreference',
  'Yes-must': 'YesMust',
  'Additional supervision': 'AdditionalSupervision',
  'A worker for respite': 'WorkerForRespite',
  'Taxis to school': 'TaxisToSchool',
  NA: 'NotApplicable',
  'No known risk': 'NoKnownRisk',
  'Risk Present': 'RiskPresent',
  'Supported Accommodation': 'SupportedAccommodation',
};

const pilot: Spellings = {
  ...label,
  '< 5 days': 'in less than 5 days',
  '> 5 days': 'in more than 5 days',
  'No known risk': 'No known risks',
  'Risk Present': 'High risk',
  'Risk Present, low': 'Low risk',
};

const spellings: Readonly<Record<Spelling, Spellings>> = { standard: {}, template, label, json, joined, pilot };

export function spell(spelling: Spelling, value: string): string {
  return spellings[spelling][value] ?? value;
}
