/** The columns `kept` can hold. Booleans that measures group by come as small integers: the engine groups those without hashing. */
import type { Context } from '@/lib/measure/context';
import { type Fragment, fragment } from '@/lib/measure/fragment';
import { type PackName, packs } from '@/lib/measure/packed';

/** Taken from the pool as they are. */
const poolColumns = [
  'rowId',
  'sourceId',
  'sourceRow',
  'la_code',
  'region',
  'sought',
  'secured',
  'placed',
  'preferredCount',
  'matched',
  'securedSuitability',
  'fosterCareSuitability',
  'residentialCareSuitability',
  'supportedAccommodationSuitability',
  'riskCount',
  'riskCollected',
  'costOK',
  'registration',
  'neededBy',
  'livingCompanions',
  'siblingCount',
  'siblingsPlacedTogether',
  'isLocationPreferred',
  'isPreferredLocationLocal',
  'isEducationContinuous',
  'outOfLAReason',
  'coreWeeklyCost',
  'additionalSupportWeeklyCost',
  'educationWeeklyCost',
  'otherWeeklyCost',
  'totalWeeklyCost',
  'referralDate',
  'placementDate',
  'referralMonth',
  'placementMonth',
  'providerURN',
  'providerSector',
  'placementLocation',
  'homeDistrict',
  'home_la',
  'placement_la',
  'distanceMiles',
  'distanceSource',
  'distanceReason',
  'distanceSigma',
  'need_communicationNeeds',
  'need_homeAdaptationRequired',
  'need_soloPlacement',
  'need_deprivationOfLiberty',
  'need_siblingGroup',
  'need_neededToday',
] as const;

/** Worked out while the kept rows are copied. Codes: 1 yes, 0 no, NULL not known. */
const derivedColumns = [
  /** `matched` as 1, 0 or NULL. */
  'matchCode',
  'localCode',
  'educationCode',
  /** `locationOutcomes`. */
  'locationOutcome',
  /** `siblingOutcomes`. */
  'siblingOutcome',
  /** Which types were preferred, where several were: 1 foster + 2 residential + 4 supported. */
  'preferredSet',
  /** Lower, Medium, Higher by the view's cut points. */
  'needBand',
] as const;

/** Codes of `locationOutcome`; the last two are out of the denominator. */
export const locationOutcomes = { no: 0, yes: 1, notPlaced: 2, notRecorded: 3 } as const;

/** Codes of `siblingOutcome`; from `notPlaced` on they are out of the denominator. */
export const siblingOutcomes = { alone: 0, part: 1, together: 2, notPlaced: 3, noSiblings: 4, notRecorded: 5 } as const;

export type KeptColumn = (typeof poolColumns)[number] | (typeof derivedColumns)[number] | PackName;

const poolNames: ReadonlySet<string> = new Set(poolColumns);

const bandType = "ENUM('Lower', 'Medium', 'Higher')";

/** Constants are cast, not the result, so that no text is compared row by row. */
function needBand({ view }: Context): Fragment {
  return fragment(
    `CASE WHEN need_deprivationOfLiberty OR riskCount >= ? THEN 'Higher'::${bandType}
      WHEN riskCount >= ? THEN 'Medium'::${bandType} ELSE 'Lower'::${bandType} END`,
    view.cuts[1],
    view.cuts[0],
  );
}

/** methods §1. In a source that counts the child itself, one fewer sibling was placed together. */
function siblingOutcome({ pool }: Context): Fragment {
  const counting = pool.sources.filter((source) => source.siblingsIncludeChild).map(({ sourceId }) => sourceId);
  const marks = counting.map(() => '?').join(', ');
  const together =
    counting.length === 0
      ? 'siblingsPlacedTogether'
      : `(siblingsPlacedTogether - CASE WHEN sourceId IN (${marks}) THEN 1 ELSE 0 END)`;
  return fragment(
    `(CASE WHEN siblingsNotApplicable OR siblingCount < 1 THEN 4 WHEN siblingCount IS NULL THEN 5 WHEN NOT placed THEN 3
      WHEN siblingsPlacedTogether IS NULL THEN 5 WHEN ${together} >= siblingCount THEN 2 WHEN ${together} >= 1 THEN 1
      ELSE 0 END)::TINYINT`,
    ...counting,
    ...counting,
  );
}

const locationOutcome = `(CASE WHEN isLocationPreferred THEN 1 WHEN NOT isLocationPreferred THEN 0 WHEN placed THEN 3
  ELSE 2 END)::TINYINT`;

const preferredSet = `(CASE WHEN preferredCount > 1 THEN
  CASE WHEN fosterCareSuitability = 'Preferred' THEN 1 ELSE 0 END
  + CASE WHEN residentialCareSuitability = 'Preferred' THEN 2 ELSE 0 END
  + CASE WHEN supportedAccommodationSuitability = 'Preferred' THEN 4 ELSE 0 END END)::TINYINT`;

/** The SELECT item of one column, its name included. */
export function columnFragment(column: KeptColumn, context: Context): Fragment {
  if (poolNames.has(column)) return fragment(`"${column}"`);
  const { sql, parameters } = derived(column, context);
  return fragment(`${sql} AS ${column}`, ...parameters);
}

function derived(column: KeptColumn, context: Context): Fragment {
  switch (column) {
    case 'matchCode':
      return fragment('"matched"::TINYINT');
    case 'locationOutcome':
      return fragment(locationOutcome);
    case 'preferredSet':
      return fragment(preferredSet);
    case 'localCode':
      return fragment('isPreferredLocationLocal::TINYINT');
    case 'educationCode':
      return fragment('isEducationContinuous::TINYINT');
    case 'siblingOutcome':
      return siblingOutcome(context);
    case 'needBand':
      return needBand(context);
    default: {
      const pack = packs.find(({ name }) => name === column);
      if (pack === undefined) throw new TypeError(`Not a column of kept: ${column}`);
      return fragment(context.pool.packed ? pack.name : pack.sql);
    }
  }
}
