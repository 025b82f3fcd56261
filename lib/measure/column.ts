/** The columns `kept` can hold. Booleans that measures group by come as small integers: the engine groups those without hashing. */
import type { Context } from '@/lib/measure/context';
import { type Fragment, fragment, oneOf } from '@/lib/measure/fragment';
import { type PackedName, packedColumns, siblingOutcome } from '@/lib/measure/packed';

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

/** Worked out while the kept rows are copied, because they depend on the view or on how a source is read. */
const derivedColumns = [
  /** `siblingOutcomes`. */
  'siblingOutcome',
  /** Lower, Medium, Higher by the view's cut points. */
  'needBand',
  /** The same as 0, 1, 2: twenty times as quick to work out. */
  'bandCode',
] as const;

export type KeptColumn = (typeof poolColumns)[number] | (typeof derivedColumns)[number] | PackedName;

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
function ownSiblingOutcome(context: Context): Fragment {
  const counting = context.pool.sources.filter((source) => source.siblingsIncludeChild).map(({ sourceId }) => sourceId);
  const recorded = derived('siblingAsRecorded', context);
  if (counting.length === 0) return recorded;
  const own = oneOf('sourceId', counting);
  return fragment(
    `CASE WHEN ${own.sql} THEN ${siblingOutcome('(siblingsPlacedTogether - 1)')} ELSE ${recorded.sql} END`,
    ...own.parameters,
  );
}

function bandCode(context: Context): Fragment {
  const score = derived('riskScore', context).sql;
  const [medium, higher] = context.view.cuts;
  return fragment(`((${score} >= ?)::TINYINT + (${score} >= ?)::TINYINT)::TINYINT`, medium, higher);
}

/** The SELECT item of one column, its name included. */
export function columnFragment(column: KeptColumn, context: Context): Fragment {
  if (poolNames.has(column)) return fragment(`"${column}"`);
  const { sql, parameters } = derived(column, context);
  return fragment(`${sql} AS ${column}`, ...parameters);
}

function derived(column: KeptColumn, context: Context): Fragment {
  switch (column) {
    case 'siblingOutcome':
      return ownSiblingOutcome(context);
    case 'bandCode':
      return bandCode(context);
    case 'needBand':
      return needBand(context);
    default: {
      const packed = packedColumns.find(({ name }) => name === column);
      if (packed === undefined) throw new TypeError(`Not a column of kept: ${column}`);
      return fragment(context.pool.packed ? packed.name : packed.sql);
    }
  }
}
