export type Notice = 'Today' | '< 5 days' | '> 5 days';
export type PlacementType = 'Foster' | 'Residential' | 'Supported Accommodation';
export type Suitability = 'Preferred' | 'Suitable but not preferred' | 'Unsuitable' | 'Not specified';
export type Companions =
  | 'Solo placement recommended'
  | 'With other children recommended'
  | 'Only with other older children'
  | 'Only with other younger children'
  | 'No preference';
export type Support =
  | 'Additional supervision'
  | 'Therapeutic support'
  | 'A worker for respite'
  | 'Taxis to school'
  | 'NA'
  | 'Other';

/** The eleven risks, in the standard's order. */
export const riskNames = [
  'riskSelfHarm',
  'riskSexualExploitation',
  'riskCriminalExploitation',
  'riskDrugAlcohol',
  'riskEatingDisorder',
  'riskMissing',
  'riskToOthersPhysical',
  'riskToOthersSexual',
  'riskToOthersFire',
  'riskToOthersAnimals',
  'riskToOthersCriminal',
] as const;
export type RiskName = (typeof riskNames)[number];

/** What is known of a child at referral, before a home is looked for. Days count from 1 January 1970. */
export interface Referral {
  readonly authority: string;
  childId: number;
  referralDay: number;
  neededBy: Notice | null;
  /** null with `noSiblings`: the cell says NA. */
  siblingCount: number | null;
  noSiblings: boolean;
  isPreferredLocationLocal: boolean;
  outOfLAReason: 'Safeguarding concerns' | 'Bail conditions' | 'Court order' | null;
  communicationNeeds: 'Yes' | 'No' | 'Not Specified' | null;
  specificCommunicationRequirement: readonly string[];
  homeAdaptationRequired: boolean | null;
  culturalNeeds: 'Required' | 'Not Required' | 'Not Known' | null;
  livingCompanions: Companions | null;
  pets: 'Yes-must' | 'Yes-can' | 'No' | 'Not known' | null;
  additionalSupport: readonly Support[];
  additionalSupportOther: string | null;
  deprivationOfLiberty: boolean;
  /** In the order of `riskNames`: true = Risk Present, null = left blank. */
  risks: (boolean | null)[];
  suitability: Record<PlacementType, Suitability | null>;
  age: number;
  gender: 'Female' | 'Male';
  /** Outward code, or null where the home is unknown. */
  homeDistrict: string | null;
  /** The sector's digit: `1` of `BS3 1`. */
  homeSector: string | null;
  homeUnknownReason: 'UASC' | 'Confidential' | 'Not known' | null;
}

/** What was found; every field null where no placement is recorded. */
export interface Secured {
  placementType: PlacementType | null;
  placementDay: number | null;
  /** When the cost was recorded. */
  costDay: number | null;
  placementLocation: string | null;
  /** Miles from home district to placement district by DfE's formula, one decimal; null where either is unknown. */
  miles: number | null;
  outOfAuthority: boolean | null;
  isLocationPreferred: boolean | null;
  /** The question asked: was education disrupted? A file may answer the opposite. */
  educationDisrupted: boolean | null;
  /** `Unregistered` where the placement is not registered. */
  providerURN: string | null;
  providerSector: 'Private' | 'Voluntary' | 'Local Authority' | null;
  siblingsPlacedTogether: number | null;
  /** £ a week, excluding VAT. */
  totalWeeklyCost: number | null;
  coreWeeklyCost: number | null;
  additionalSupportWeeklyCost: number | null;
  educationWeeklyCost: number | null;
  otherWeeklyCost: number | null;
}

export type CanonicalRow = Referral & Secured;

export function riskCount(referral: Pick<Referral, 'risks'>): number {
  let count = 0;
  for (const risk of referral.risks) if (risk) count++;
  return count;
}
