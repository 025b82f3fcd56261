/** Six placements with a value in every field of the standard, and what the pool holds of them: the clean truth. */
import { type FieldName, poolFields, type StandardField } from '@/lib/standard/fields';

/** What a cell says, in the standard's own spelling. */
export function said(field: StandardField, at: number): string {
  const options = (field.options ?? []).map(({ value }) => value);
  const own = options[at % Math.max(1, options.length)] ?? '';
  switch (field.type) {
    case 'category':
      return own;
    case 'many': {
      const next = options[(at % options.length) + 1];
      return at % 2 === 1 && next !== undefined ? `${own};${next}` : own;
    }
    case 'boolean':
      return at % 2 === 0 ? 'Yes' : 'No';
    case 'integer':
      return field.name === 'siblingCount' && at === 3 ? 'NA' : String(at + 1);
    case 'money':
      return String(1234.5 + at * 1000);
    case 'miles':
      return String(12.5 + at);
    case 'date':
      return `2025-0${at + 1}-${13 + at}`;
    case 'outward':
      return ['TA3', 'BS14', 'EX4'][at % 3] ?? '';
    case 'home':
      return ['TA3 1', 'BS14', 'Confidential'][at % 3] ?? '';
    case 'urn':
      return `123456${at}`;
    case 'authority':
      return 'E06000066';
    default:
      return field.name === 'childId' ? `00${at}` : `${field.label} ë £${at}`;
  }
}

export const rowNumbers: readonly number[] = [0, 1, 2, 3, 4, 5];

/** What the engine holds of a cell, as text. */
function held(field: StandardField, text: string): string | null {
  if (field.name === 'siblingCount' && text === 'NA') return null;
  if (field.type === 'boolean') return text === 'Yes' ? 'true' : 'false';
  return text;
}

/** Every field of every row as the pool must hold it, whatever file it came in. */
export const truth: readonly Readonly<Record<string, string | null>>[] = rowNumbers.map((at) => ({
  ...Object.fromEntries(poolFields.map((field) => [field.name, held(field, said(field, at))])),
  siblingsNotApplicable: String(at === 3),
  bespoke: null,
}));

/** A heading and six cells for each field, before anybody spoilt them. */
export interface Grid {
  readonly fields: readonly FieldName[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type Vocabulary = 'name' | 'template' | 'label';

function headingOf(field: StandardField, vocabulary: Vocabulary): string {
  if (vocabulary === 'template') return field.template ?? field.name;
  return vocabulary === 'label' && field.cardinality !== 'extra' ? field.label : field.name;
}

/** `spell` writes a cell otherwise than the standard does, meaning the same. */
export function grid(
  vocabulary: Vocabulary = 'name',
  spell: (text: string, field: StandardField, at: number) => string = (text) => text,
): Grid {
  return {
    fields: poolFields.map(({ name }) => name),
    headings: poolFields.map((field) => headingOf(field, vocabulary)),
    rows: rowNumbers.map((at) => poolFields.map((field) => spell(said(field, at), field, at))),
  };
}

export function delimited(lines: readonly (readonly string[])[], delimiter = ',', lineEnd = '\r\n'): string {
  const cell = (text: string) =>
    text.includes('"') || text.includes(delimiter) || /[\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return lines.map((line) => line.map(cell).join(delimiter)).join(lineEnd);
}
