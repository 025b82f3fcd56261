/** What the standard cannot say, to be known before any figure is read (methods, “Limits of the data”). */
export const methodNotes: readonly string[] = [
  'A row is one placement found for one child: a referral and, where one was agreed, its placement. A child may have several rows, and a child’s number is unique only within its authority.',
  'The returns are of placements found in a quarter. Most pools do not show referrals for which no home was found.',
  'There is no count of children in care, no age, sex or legal status in the standard and no length of stay: so there are no rates per 10,000 children and no yearly spend. Money is pounds a week of newly agreed placements.',
  'The days from referral to placement are at most the time spent searching.',
  'Costs are recorded estimates, excluding VAT, of the total weekly fee. Contracts differ: be careful when comparing.',
  'Demand is dated by referral; cost, provision and distance by placement. Financial years run from April to March.',
  'A risk that a source’s form never asked about is “not collected”, which is not the same as no risk.',
  'Band of need: Higher with four or more recorded risks or a deprivation of liberty, Medium with two or three, otherwise Lower. The numbers can be changed under More.',
];

export const symbolNotes: readonly (readonly [string, string])[] = [
  ['c', 'Suppressed: a small number, or one that would let a small number be worked out.'],
  ['z', 'Not applicable: there is nothing to count or to take a share of.'],
  ['x', 'Not available: the data needed was not recorded or not collected.'],
  ['low', 'Rounds to 0, but is not 0.'],
  ['u', 'Unreliable: too few placements for this statistic.'],
];
