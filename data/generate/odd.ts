/** A cell nobody should trust, in a few rows of a few files, so that the quality pages have something to show. */
export interface OddCell {
  readonly code: string;
  readonly field: string;
  readonly text: string;
  /** The first row at or after this one, counted from 0, that has a placement of `type`. */
  readonly from: number;
  readonly type: 'Foster' | 'Residential' | 'Supported Accommodation';
}

function odd(code: string, from: number, type: OddCell['type'], field: string, text: string): OddCell {
  return { code, from, type, field, text };
}

export const oddCells: readonly OddCell[] = [
  // Costs: under £100, over £100,000, negative, a range, not yet known.
  odd('E06000023', 41, 'Foster', 'totalWeeklyCost', '0.00'),
  odd('E06000023', 702, 'Residential', 'totalWeeklyCost', '£4,200 to £4,800'),
  odd('E06000026', 90, 'Residential', 'totalWeeklyCost', '-850.00'),
  odd('E06000027', 260, 'Supported Accommodation', 'totalWeeklyCost', '45.00'),
  odd('E06000052', 640, 'Residential', 'totalWeeklyCost', 'TBC'),
  odd('E06000059', 333, 'Supported Accommodation', 'totalWeeklyCost', '£45'),
  odd('E06000066', 301, 'Residential', 'totalWeeklyCost', '4,500 - 5,200'),
  odd('E10000008', 205, 'Foster', 'totalWeeklyCost', '0'),
  odd('E10000008', 980, 'Residential', 'totalWeeklyCost', '250000'),
  odd('E10000013', 77, 'Residential', 'totalWeeklyCost', '£250,000.00'),
  // Words the standard has no place for.
  odd('E06000023', 512, 'Foster', 'placementType', 'Parent and child'),
  odd('E10000008', 411, 'Residential', 'placementType', 'Secure'),
  odd('E06000026', 33, 'Foster', 'neededBy', 'ASAP'),
  odd('E06000059', 61, 'Foster', 'neededBy', 'Next week'),
  odd('E06000058', 44, 'Foster', 'pets', 'Small dog only'),
  odd('E06000022', 120, 'Foster', 'livingCompanions', 'Sibling in placement'),
  odd('E10000013', 600, 'Residential', 'riskSelfHarm', 'Medium risk'),
  // Places that are not postcode districts; a day that never was; placed before it was asked for.
  odd('E06000066', 122, 'Foster', 'placementLocation', 'Taunton'),
  odd('E06000054', 350, 'Residential', 'placementLocation', 'TBC'),
  odd('E06000059', 210, 'Foster', 'placementDate', '31/02/2025'),
  odd('E06000027', 300, 'Foster', 'placementDate', '2020-01-08'),
  // "Other" without saying what.
  odd('E06000027', 21, 'Foster', 'culturalNeeds', 'Other'),
  odd('E06000054', 98, 'Foster', 'culturalNeeds', 'Other'),
];
