import type { Field } from '@/lib/standard/field';

const shared = { group: 'Not in the standard', cardinality: 'extra' } as const;

/** Columns pooled files add, recognised by name. Any other column is kept as a bespoke column. */
export const extraFields = [
  {
    ...shared,
    name: 'la_code',
    label: 'Placing authority',
    type: 'authority',
    headings: [
      'la',
      'la code',
      'la name',
      'local authority',
      'local authority code',
      'local authority name',
      'placing authority',
      'placing authority code',
      'placing la',
      'placing local authority',
      'lad_code',
      'authority',
      'authority code',
      'authority name',
      'council',
    ],
    caveats: ['The standard’s file does not say which authority it is from.'],
  },
  {
    ...shared,
    name: 'homeLocation',
    label: 'Home location',
    type: 'home',
    headings: [
      'home_postcode',
      'home_post',
      'home_location',
      'home_postcode_sector',
      'home_district',
      'home_postcode_district',
      'primary_family_location',
      'Primary family location (postcode sector - e.g. GL71)',
      'Primary family location (postcode sector)',
    ],
    caveats: ['Not in the national standard. Unknown is often legitimate.'],
  },
  {
    ...shared,
    name: 'recordedDistance',
    label: 'Recorded distance from home, miles',
    type: 'miles',
    headings: [
      'recorded_distance',
      'distance_from_home',
      'distance_from_home_miles',
      'distance_miles',
      'pl_distance',
      'Distance from home (miles)',
    ],
  },
  { ...shared, name: 'age', label: 'Age', type: 'integer', headings: ['age', 'child age', 'age at referral'] },
  { ...shared, name: 'gender', label: 'Gender', type: 'text', headings: ['gender'] },
  {
    ...shared,
    name: 'plannedOrEmergency',
    label: 'Planned or emergency',
    type: 'text',
    headings: ['planned_or_emergency', 'Planned/emergency'],
  },
  { ...shared, name: 'providerSector', label: 'Provider sector', type: 'text', headings: ['provider_sector'] },
] as const satisfies readonly Field[];
