/** The pool's columns and their SQL types, from the table of the standard. */
import type { FieldType } from '@/lib/standard/field';
import { type FieldName, fieldOf, poolFields, type StandardField } from '@/lib/standard/fields';
import { needColumn, needFlags } from '@/lib/standard/needs';
import { quoteAll } from '@/lib/standard/sql';

export interface Column {
  readonly name: string;
  /** SQL type; an ENUM by its type's name. */
  readonly type: string;
}

export const soughtValues = ['Foster', 'Residential', 'Supported Accommodation', 'Several preferred', 'Not stated'];
export const securedValues = ['Foster', 'Residential', 'Supported Accommodation', 'No placement recorded'];
export const registrationValues = ['Registered', 'Unregistered', 'Not recorded'];
export const distanceSources = ['recorded', 'postcode', 'sector', 'district', 'SSDA903', 'none'];

const plainTypes: Readonly<Record<Exclude<FieldType, 'category'>, string>> = {
  boolean: 'BOOLEAN',
  many: 'VARCHAR',
  integer: 'INTEGER',
  money: 'DOUBLE',
  date: 'DATE',
  text: 'VARCHAR',
  outward: 'VARCHAR',
  urn: 'VARCHAR',
  home: 'VARCHAR',
  miles: 'DOUBLE',
  authority: 'la_option',
  officer: 'VARCHAR',
};

/** The ENUM type of a category: suitabilities share one, risks another, so that they can be compared. */
function enumName(field: StandardField): string {
  if (field.group === 'Risks') return 'risk_option';
  if (field.group === 'Placement recommendation') return 'suitability_option';
  return `${field.name}_option`;
}

/** SQL type of a field's column. */
export function sqlType(name: FieldName): string {
  const field = fieldOf(name);
  return field.type === 'category' ? enumName(field) : plainTypes[field.type];
}

/** `CREATE TYPE` for every ENUM of the pool; codes of authorities and regions come from the caller. */
export function enumStatements(codes: {
  readonly authorities: readonly string[];
  readonly regions: readonly string[];
  /** Every council a home or a placement can lie in, beyond England's too. */
  readonly places: readonly string[];
}): readonly string[] {
  const categories = poolFields.filter((field) => field.type === 'category');
  const types = new Map<string, readonly string[]>([
    ['la_option', codes.authorities],
    ['region_option', codes.regions],
    ['place_option', codes.places],
    ['sought_option', soughtValues],
    ['secured_option', securedValues],
    ['registration_option', registrationValues],
    ['distanceSource_option', distanceSources],
    ...categories.map((field) => [enumName(field), (field.options ?? []).map((option) => option.value)] as const),
  ]);
  return [...types].map(([name, values]) => `CREATE TYPE ${name} AS ENUM (${quoteAll(values)})`);
}

export const sourceColumns: readonly Column[] = [
  { name: 'rowId', type: 'INTEGER' },
  { name: 'sourceId', type: 'INTEGER' },
  { name: 'sourceRow', type: 'INTEGER' },
  { name: 'la_code', type: 'la_option' },
  { name: 'region', type: 'region_option' },
];

/** One column a field; the authority leads the table instead. */
export const fieldColumns: readonly Column[] = [
  ...poolFields.filter((field) => field.name !== 'la_code').map(({ name }) => ({ name, type: sqlType(name) })),
  { name: 'siblingsNotApplicable', type: 'BOOLEAN' },
  { name: 'bespoke', type: 'MAP(VARCHAR, VARCHAR)' },
];

export const derivedColumns: readonly Column[] = [
  { name: 'sought', type: 'sought_option' },
  { name: 'secured', type: 'secured_option' },
  { name: 'placed', type: 'BOOLEAN' },
  { name: 'preferredCount', type: 'TINYINT' },
  { name: 'matched', type: 'BOOLEAN' },
  { name: 'securedSuitability', type: 'suitability_option' },
  { name: 'riskCount', type: 'TINYINT' },
  { name: 'riskCollected', type: 'TINYINT' },
  { name: 'costOK', type: 'BOOLEAN' },
  { name: 'registration', type: 'registration_option' },
  ...needFlags.map((flag) => ({ name: needColumn(flag.name), type: 'BOOLEAN' })),
  { name: 'referralMonth', type: 'INTEGER' },
  { name: 'placementMonth', type: 'INTEGER' },
];

export const distanceColumns: readonly Column[] = [
  { name: 'homeDistrict', type: 'VARCHAR' },
  { name: 'home_la', type: 'place_option' },
  { name: 'placement_la', type: 'place_option' },
  { name: 'distanceMiles', type: 'DOUBLE' },
  { name: 'distanceSource', type: 'distanceSource_option' },
  { name: 'distanceReason', type: 'VARCHAR' },
  { name: 'distanceSigma', type: 'DOUBLE' },
];

/** Every column of the pool, in order. */
export const poolColumns: readonly Column[] = [
  ...sourceColumns,
  ...fieldColumns,
  ...derivedColumns,
  ...distanceColumns,
];
