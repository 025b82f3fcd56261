/**
 * The published figures the sample pool is drawn to resemble, each with its source. The tests hold the pool to
 * them within a stated tolerance: nothing else in the pool is evidence of anything.
 */
export const published = {
  /** £ a week, South West, section 251 outturn 2024-25 (DfE, Local Authority Interactive Tool). */
  residentialWeekly: 7895,
  fosterWeekly: 820,
  /** Children in children's homes, England, March 2024 (National Audit Office, September 2025). */
  residentialOutOfAuthority: 0.67,
  residentialOver20Miles: 0.49,
  /** Miles, mean over children in children's homes, England (Ofsted, July 2022). */
  residentialMeanMiles: 36,
  /** Miles, mean over all children looked after, England ("over 18": DfE placement stability). */
  allMeanMiles: 18,
  /** Growth of the residential unit cost, South West, 2023-24 to 2024-25 (LAIT: £7,420 to £7,895). */
  residentialGrowth: 0.064,
  /** £ a week: independent fostering average, 2020 (CMA) and Lincolnshire 2022-23 (FOI 72906). */
  independentFosterWeekly: [814, 820],
  /** £ a week: supported accommodation 16-18, Lincolnshire 2023 (FOI 71113); lowest and highest (FOI 75675). */
  supportedWeekly: 1822,
  supportedRange: [260, 6776],
  /** Children's homes privately run, England, 31 March 2025 (Ofsted). */
  privateHomes: 0.84,
} as const;

/**
 * The rest is chosen, not published: ranges in which practitioners would not be surprised.
 * Rates are of all placements in the pool unless said otherwise.
 */
export const chosen = {
  /** Of homes and placements both known; DfE's statistic for all children looked after is near this. */
  within20Miles: [0.7, 0.8],
  unknownHome: [0.06, 0.1],
  noPlacement: [0.006, 0.016],
  matchRate: [0.76, 0.86],
  displacedFirstYear: [0.06, 0.12],
  fosterShare: [0.6, 0.7],
  residentialShare: [0.18, 0.26],
  supportedShare: [0.1, 0.17],
} as const;
