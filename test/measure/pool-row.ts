/** One placement as a test writes it, and its derived columns worked out without SQL (methods §0). */
import * as fc from 'fast-check';
import { authorityByCode } from '@/lib/place/authority';
import { type NeedFlag, needFlags } from '@/lib/standard/needs';

export type Suitability = 'Preferred' | 'Suitable but not preferred' | 'Unsuitable' | 'Not specified';
export type Type = 'Foster' | 'Residential' | 'Supported Accommodation';

export interface PoolRow {
  readonly sourceId?: number;
  readonly la_code?: string;
  readonly fosterCareSuitability?: Suitability | null;
  readonly residentialCareSuitability?: Suitability | null;
  readonly supportedAccommodationSuitability?: Suitability | null;
  readonly placementType?: Type | null;
  readonly neededBy?: 'Today' | '< 5 days' | '> 5 days' | null;
  readonly siblingCount?: number | null;
  readonly siblingsPlacedTogether?: number | null;
  readonly isLocationPreferred?: boolean | null;
  readonly isPreferredLocationLocal?: boolean | null;
  readonly isEducationContinuous?: boolean | null;
  readonly outOfLAReason?: string | null;
  readonly totalWeeklyCost?: number | null;
  readonly referralDate?: string | null;
  readonly placementDate?: string | null;
  /** Flags not listed are recorded as no. */
  readonly needs?: Partial<Record<NeedFlag, boolean | null>>;
  readonly distanceMiles?: number | null;
  /** Any other column of the pool, as text. */
  readonly other?: Readonly<Record<string, unknown>>;
}

export interface DerivedRow extends Readonly<Record<string, unknown>> {
  readonly rowId: number;
  readonly sourceId: number;
  readonly la_code: string;
  readonly sought: string;
  readonly secured: string;
  readonly placed: boolean;
  readonly preferredCount: number;
  readonly matched: boolean | null;
  readonly securedSuitability: Suitability | null;
  readonly preferred: readonly Type[];
  readonly neededBy: string | null;
  readonly siblingCount: number | null;
  readonly siblingsPlacedTogether: number | null;
  readonly isLocationPreferred: boolean | null;
  readonly isPreferredLocationLocal: boolean | null;
  readonly isEducationContinuous: boolean | null;
  readonly outOfLAReason: string | null;
  readonly totalWeeklyCost: number | null;
  readonly costOK: boolean;
  readonly riskCount: number;
  readonly referralMonth: number | null;
  readonly placementMonth: number | null;
  readonly distanceMiles: number | null;
  readonly needs: Readonly<Record<NeedFlag, boolean | null>>;
}

function monthOf(date: string | null | undefined): number | null {
  return date ? Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 : null;
}

export function derive(row: PoolRow, index: number): DerivedRow {
  const suitabilities: readonly [Type, Suitability | null][] = [
    ['Foster', row.fosterCareSuitability ?? null],
    ['Residential', row.residentialCareSuitability ?? null],
    ['Supported Accommodation', row.supportedAccommodationSuitability ?? null],
  ];
  const preferred = suitabilities.filter(([, how]) => how === 'Preferred').map(([type]) => type);
  const type = row.placementType ?? null;
  const code = row.la_code ?? 'E06000066';
  const neededBy = row.neededBy === undefined ? '> 5 days' : row.neededBy;
  const siblingCount = row.siblingCount ?? null;
  const needs = {} as Record<NeedFlag, boolean | null>;
  for (const { name } of needFlags) needs[name] = row.needs && name in row.needs ? (row.needs[name] ?? null) : false;
  needs.siblingGroup = siblingCount === null ? null : siblingCount >= 1;
  needs.neededToday = neededBy === null ? null : neededBy === 'Today';
  const risks = needFlags.filter(({ risk }) => risk).map(({ name }) => needs[name]);
  const cost = row.totalWeeklyCost ?? null;
  const referralDate = row.referralDate === undefined ? '2025-05-10' : row.referralDate;
  const placementDate = row.placementDate === undefined ? (type ? referralDate : null) : row.placementDate;
  return {
    rowId: index + 1,
    sourceId: row.sourceId ?? 1,
    sourceRow: index + 2,
    childId: `child-${index + 1}`,
    la_code: code,
    region: authorityByCode(code)?.region ?? null,
    fosterCareSuitability: row.fosterCareSuitability ?? null,
    residentialCareSuitability: row.residentialCareSuitability ?? null,
    supportedAccommodationSuitability: row.supportedAccommodationSuitability ?? null,
    placementType: type,
    neededBy,
    siblingCount,
    siblingsPlacedTogether: row.siblingsPlacedTogether ?? null,
    siblingsNotApplicable: false,
    isLocationPreferred: row.isLocationPreferred ?? null,
    isPreferredLocationLocal: row.isPreferredLocationLocal ?? null,
    isEducationContinuous: row.isEducationContinuous ?? null,
    deprivationOfLiberty: needs.deprivationOfLiberty,
    outOfLAReason: row.outOfLAReason ?? null,
    totalWeeklyCost: cost,
    referralDate,
    placementDate,
    preferred,
    preferredCount: preferred.length,
    sought: preferred.length > 1 ? 'Several preferred' : (preferred[0] ?? 'Not stated'),
    secured: type ?? 'No placement recorded',
    placed: type !== null,
    matched: type === null || preferred.length === 0 ? null : preferred.includes(type),
    securedSuitability: suitabilities.find(([name]) => name === type)?.[1] ?? null,
    riskCount: risks.filter((value) => value === true).length,
    riskCollected: risks.filter((value) => value !== null).length,
    costOK: type !== null && cost !== null && cost >= 100 && cost <= 100_000,
    registration: 'Not recorded',
    referralMonth: monthOf(referralDate),
    placementMonth: monthOf(placementDate),
    distanceMiles: row.distanceMiles ?? null,
    distanceSource: row.distanceMiles == null ? 'none' : 'recorded',
    needs,
    ...Object.fromEntries(needFlags.map(({ name }) => [`need_${name}`, needs[name]])),
    ...row.other,
  };
}

const suitabilityArbitrary = fc.constantFrom<Suitability | null>(
  'Preferred',
  'Suitable but not preferred',
  'Unsuitable',
  'Not specified',
  null,
);
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });
const dateArbitrary = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 28 })).map(([month, day]) => {
  const index = 2024 * 12 + month;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
});

/** Any placement the loader could make of a file, odd ones included. */
export const poolRow: fc.Arbitrary<PoolRow> = fc.record({
  sourceId: fc.integer({ min: 1, max: 3 }),
  la_code: fc.constantFrom('E06000066', 'E06000023', 'E10000008', 'E08000025'),
  fosterCareSuitability: suitabilityArbitrary,
  residentialCareSuitability: suitabilityArbitrary,
  supportedAccommodationSuitability: suitabilityArbitrary,
  placementType: nullable(fc.constantFrom<Type>('Foster', 'Residential', 'Supported Accommodation')),
  neededBy: nullable(fc.constantFrom('Today' as const, '< 5 days' as const, '> 5 days' as const)),
  siblingCount: nullable(fc.integer({ min: 0, max: 3 })),
  siblingsPlacedTogether: nullable(fc.integer({ min: 0, max: 4 })),
  isLocationPreferred: nullable(fc.boolean()),
  isPreferredLocationLocal: nullable(fc.boolean()),
  isEducationContinuous: nullable(fc.boolean()),
  outOfLAReason: nullable(fc.constantFrom('Safeguarding concerns', 'Bail conditions', 'Court order', 'Other')),
  totalWeeklyCost: nullable(fc.integer({ min: 0, max: 12_000_000 }).map((pence) => pence / 100)),
  referralDate: nullable(dateArbitrary),
  placementDate: nullable(dateArbitrary),
  needs: fc
    .array(fc.constantFrom(true, false, null), { minLength: needFlags.length, maxLength: needFlags.length })
    .map((values) => Object.fromEntries(needFlags.map(({ name }, index) => [name, values[index] ?? null]))),
  distanceMiles: nullable(fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10)),
});

/** Enough rows for two-way tables to be full, few enough for many runs. */
export const poolRows = fc.array(poolRow, { minLength: 0, maxLength: 120 });
