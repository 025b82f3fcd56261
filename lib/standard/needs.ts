/** The 23 need flags of methods §0: one family for multiple testing. Each is a nullable BOOLEAN column of the pool. */
export const needFlags = [
  { name: 'riskSelfHarm', label: 'Risk of self-harm', risk: true },
  { name: 'riskSexualExploitation', label: 'Risk of sexual exploitation', risk: true },
  { name: 'riskCriminalExploitation', label: 'Risk of criminal exploitation', risk: true },
  { name: 'riskDrugAlcohol', label: 'Drug or alcohol use', risk: true },
  { name: 'riskEatingDisorder', label: 'Eating disorder', risk: true },
  { name: 'riskMissing', label: 'Going missing', risk: true },
  { name: 'riskToOthersPhysical', label: 'Physical harm to others', risk: true },
  { name: 'riskToOthersSexual', label: 'Sexual harm to others', risk: true },
  { name: 'riskToOthersFire', label: 'Fire-setting', risk: true },
  { name: 'riskToOthersAnimals', label: 'Harm to animals', risk: true },
  { name: 'riskToOthersCriminal', label: 'Criminal exploitation of others', risk: true },
  { name: 'communicationNeeds', label: 'Communication, language or learning needs', risk: false },
  { name: 'homeAdaptationRequired', label: 'Home adaptation required', risk: false },
  { name: 'culturalNeeds', label: 'Cultural needs required', risk: false },
  { name: 'soloPlacement', label: 'Solo placement recommended', risk: false },
  { name: 'petsMust', label: 'Must live with pets', risk: false },
  { name: 'supportSupervision', label: 'Additional supervision', risk: false },
  { name: 'supportTherapeutic', label: 'Therapeutic support', risk: false },
  { name: 'supportRespite', label: 'A worker for respite', risk: false },
  { name: 'supportTaxis', label: 'Taxis to school', risk: false },
  { name: 'deprivationOfLiberty', label: 'Deprivation of liberty', risk: false },
  { name: 'siblingGroup', label: 'Sibling group', risk: false },
  { name: 'neededToday', label: 'Needed today', risk: false },
] as const;

export type NeedFlag = (typeof needFlags)[number]['name'];

/** The pool's column for a flag: yes, no, or NULL where it was not recorded and belongs to neither arm. */
export function needColumn(flag: NeedFlag): string {
  return `need_${flag}`;
}
