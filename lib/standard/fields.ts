/**
 * The Placements Data Standard as one table: ingest, validation, filters, labels and the definitions
 * page all read it, so a spelling or a label is said once.
 */
import type { Field } from '@/lib/standard/field';
import { assuranceFields } from '@/lib/standard/field/assurance';
import { availabilityFields } from '@/lib/standard/field/availability';
import { extraFields } from '@/lib/standard/field/extras';
import { placementFields } from '@/lib/standard/field/placement';
import { recommendationFields } from '@/lib/standard/field/recommendation';
import { requirementFields } from '@/lib/standard/field/requirements';
import { riskFields } from '@/lib/standard/field/risks';

const table = [
  ...availabilityFields,
  ...requirementFields,
  ...recommendationFields,
  ...riskFields,
  ...placementFields,
  ...assuranceFields,
  ...extraFields,
];

export type FieldName = (typeof table)[number]['name'];

export interface StandardField extends Field {
  readonly name: FieldName;
}

/** Every field, in the standard's order; recognised extras last. */
export const fields: readonly StandardField[] = table;

const byName = new Map<string, StandardField>(fields.map((field) => [field.name, field]));

export function isFieldName(name: string): name is FieldName {
  return byName.has(name);
}

/** The field of that name. Throws on a name that is not in the table: a mistake in our code, not in a file. */
export function fieldOf(name: FieldName): StandardField {
  const field = byName.get(name);
  if (!field) throw new Error(`No field is called ${name}`);
  return field;
}

/** Fields with a column in the pool: all but the officers' names. `la_code` leads. */
export const poolFields: readonly StandardField[] = fields.filter((field) => field.type !== 'officer');

/** The eleven categorical risks: the only ones that count towards `riskCount`. */
export const categoricalRisks: readonly StandardField[] = fields.filter(
  (field) => field.group === 'Risks' && field.type === 'category',
);

/** The canonical values of a category or many-valued field, in the standard's order; empty for other types. */
export function optionsOf(name: FieldName): readonly string[] {
  return (fieldOf(name).options ?? []).map((option) => option.value);
}

/** The words for a field on screen. */
export function labelOf(name: FieldName): string {
  return fieldOf(name).label;
}
