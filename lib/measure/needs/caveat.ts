/** The limits of the data (methods §0) in the words shown beside the figures they bear on. */
export const caveats = {
  foundOnly: 'Returns record placements that were found: most pools do not show referrals for which none was found.',
  noStock:
    'These are newly agreed placements: the data holds neither the number of children in care nor how long placements last.',
  preference: 'What was asked for is the suitability recorded on the referral; a plan may have changed since.',
  riskBlank: 'A risk nobody recorded counts in neither group; a column a source never had is not "no known risk".',
  costEstimate:
    'Cost is an estimate, recorded at different times under different contract terms: compare with caution.',
  searchTime: 'The time from referral to placement is the longest the search can have taken, not the time it took.',
  carePlan: 'Splitting a sibling group may be in the care plan.',
} as const;
