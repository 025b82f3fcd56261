/**
 * Columns worth working out once, when a pool is loaded, rather than at each change of the view. Booleans
 * become small integers, which the engine groups without hashing. The 23 need flags are packed six to a
 * number, base 3 (0 not recorded, 1 no, 2 yes): four groupings then take a quarter of the time of 46 counts.
 */
import { type NeedFlag, needColumn, needFlags } from '@/lib/standard/needs';

const flagsAPack = 6;

export const packNames = ['needs0', 'needs1', 'needs2', 'needs3'] as const;
export type PackName = (typeof packNames)[number];

export interface Pack {
  readonly name: PackName;
  readonly flags: readonly NeedFlag[];
  /** SMALLINT expression over the pool's `need_…` columns. */
  readonly sql: string;
}

export const packs: readonly Pack[] = packNames.map((name, index) => {
  const flags = needFlags.slice(index * flagsAPack, (index + 1) * flagsAPack).map((flag) => flag.name);
  const digits = flags.map((flag, place) => {
    const unit = 3 ** place;
    return `CASE WHEN ${needColumn(flag)} THEN ${2 * unit} WHEN NOT ${needColumn(flag)} THEN ${unit} ELSE 0 END`;
  });
  return { name, flags, sql: `(${digits.join(' + ')})::SMALLINT` };
});

/** Codes of `siblingOutcome`; from `notPlaced` on they are out of the denominator. */
export const siblingOutcomes = { alone: 0, part: 1, together: 2, notPlaced: 3, noSiblings: 4, notRecorded: 5 } as const;

/** methods §1, from the number of siblings placed together (an expression). */
export function siblingOutcome(together: string): string {
  return `(CASE WHEN siblingsNotApplicable OR siblingCount < 1 THEN 4 WHEN siblingCount IS NULL THEN 5 WHEN NOT placed THEN 3
    WHEN siblingsPlacedTogether IS NULL THEN 5 WHEN ${together} >= siblingCount THEN 2 WHEN ${together} >= 1 THEN 1
    ELSE 0 END)::TINYINT`;
}

/** Codes of `locationOutcome`; the last two are out of the denominator. */
export const locationOutcomes = { no: 0, yes: 1, notPlaced: 2, notRecorded: 3 } as const;

/** Codes: 1 yes, 0 no, NULL not known, unless said otherwise. */
const codes = {
  matchCode: '"matched"::TINYINT',
  localCode: 'isPreferredLocationLocal::TINYINT',
  educationCode: 'isEducationContinuous::TINYINT',
  /** `locationOutcomes`. */
  locationOutcome: `(CASE WHEN isLocationPreferred THEN 1 WHEN NOT isLocationPreferred THEN 0 WHEN placed THEN 3
    ELSE 2 END)::TINYINT`,
  /**
   * Asked for and found in one number (lib/measure/needs/outcome.ts reads it): 20 × the types preferred
   * (1 foster + 2 residential + 4 supported) + 5 × the type secured + the suitability of the type secured.
   */
  outcome: `(CASE WHEN fosterCareSuitability = 'Preferred' THEN 20 ELSE 0 END
    + CASE WHEN residentialCareSuitability = 'Preferred' THEN 40 ELSE 0 END
    + CASE WHEN supportedAccommodationSuitability = 'Preferred' THEN 80 ELSE 0 END
    + CASE secured WHEN 'Foster' THEN 0 WHEN 'Residential' THEN 5 WHEN 'Supported Accommodation' THEN 10 ELSE 15 END
    + CASE securedSuitability WHEN 'Preferred' THEN 0 WHEN 'Suitable but not preferred' THEN 1 WHEN 'Unsuitable' THEN 2
      WHEN 'Not specified' THEN 3 ELSE 4 END)::SMALLINT`,
  /** Placed with a preferred type: 2 × the type sought (0–2, 3 several) + 1 where the type found was none of them. */
  unmetStratum: `(CASE WHEN "matched" IS NULL THEN NULL ELSE CASE sought WHEN 'Foster' THEN 0 WHEN 'Residential' THEN 2
    WHEN 'Supported Accommodation' THEN 4 ELSE 6 END + CASE WHEN "matched" THEN 0 ELSE 1 END END)::TINYINT`,
  /** A usable cost in pence a week; a whole number is half as wide. */
  costPence: 'CASE WHEN costOK THEN round(totalWeeklyCost * 100)::INTEGER END',
  /** Risks present; 100 under deprivation of liberty, beyond every cut point. */
  riskScore: 'CASE WHEN need_deprivationOfLiberty THEN 100 ELSE coalesce(riskCount, 0) END::TINYINT',
  /** `siblingOutcomes`, taking siblings placed together as recorded. */
  siblingAsRecorded: siblingOutcome('siblingsPlacedTogether'),
} as const;

export type PackedName = keyof typeof codes | PackName;

/** Columns a pool should carry ready-made: part of the SELECT that derives it. Without them they are worked out each time. */
export const packedColumns: readonly { readonly name: PackedName; readonly sql: string }[] = [
  ...(Object.keys(codes) as (keyof typeof codes)[]).map((name) => ({ name, sql: codes[name] })),
  ...packs.map(({ name, sql }) => ({ name, sql })),
];

/** What each flag of a pack says in one code: true yes, false no, null not recorded. */
export function unpack(
  pack: Pack,
  code: number,
): readonly { readonly flag: NeedFlag; readonly value: boolean | null }[] {
  return pack.flags.map((flag, place) => {
    const digit = Math.floor(code / 3 ** place) % 3;
    return { flag, value: digit === 0 ? null : digit === 2 };
  });
}
