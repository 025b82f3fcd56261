import type { Field } from '@/lib/standard/field';

const date = { group: 'Quality assurance', type: 'date', cardinality: '1' } as const;
const officer = {
  group: 'Quality assurance',
  type: 'officer',
  cardinality: '0..1',
  caveats: ['For the recording authority alone: never enters the pool.'],
} as const;

/** When each part was recorded, and by whom. */
export const assuranceFields = [
  {
    ...officer,
    name: 'referralOfficerName',
    label: 'Name of officer (referral)',
    template: 'name_of_officer_referral',
    json: 'referralOfficerName',
    headings: ['Name of officer (referral)'],
  },
  {
    ...date,
    name: 'referralDate',
    label: 'Date the referral was received',
    template: 'Date_entry_referral',
    json: 'referralDate',
    headings: [
      'Date of Data entry (referral)',
      'Date data entry (referral)',
      'Date the referral was received',
      'Date of referral',
    ],
  },
  {
    ...officer,
    name: 'placementOfficerName',
    label: 'Name of officer (placement)',
    template: 'name_of_officer_placement',
    json: 'placementOfficerName',
    headings: ['Name of officer (placement)'],
  },
  {
    ...date,
    name: 'placementDate',
    label: 'Agreed placement start date',
    template: 'date_entry_placement',
    json: 'placementDate',
    headings: [
      'Date of Data entry (placement)',
      'Date data entry (placement)',
      'Date of agreed placement start',
      'Placement start date',
    ],
    caveats: ['Placement date less referral date is an upper bound on search time.'],
  },
  {
    ...officer,
    name: 'costOfficerName',
    label: 'Name of officer (placement cost)',
    template: 'name_of_officer_placement_cost',
    json: 'costOfficerName',
    headings: ['Name of officer (placement cost)', 'Name of officer (cost)'],
  },
  {
    ...date,
    name: 'costDate',
    label: 'Date the cost was recorded',
    template: 'date_entry_placement_cost',
    json: 'costDate',
    headings: [
      'Date of Data entry (placement cost)',
      'Date when placement cost data was captured',
      'Data placement cost data was captured',
    ],
  },
] as const satisfies readonly Field[];
