/** Which field a column heading means, in any vocabulary, and which vocabulary wrote it. */
import { type FieldName, fields, type StandardField } from '@/lib/standard/fields';
import { headerKey } from '@/lib/standard/key';

/**
 * `template` the 2026 spreadsheet columns · `json` the v2 (2025) names · `property` the 2026 property names ·
 * `label` words for people.
 */
export type Vocabulary = 'template' | 'json' | 'property' | 'label';

export interface HeadingMatch {
  readonly field: FieldName;
  readonly vocabulary: Vocabulary;
}

function headingsOf(field: StandardField): readonly string[] {
  return [
    field.name,
    ...(field.template ? [field.template] : []),
    ...(field.json ? [field.json] : []),
    ...field.headings,
    field.label,
  ];
}

const known: ReadonlyMap<string, StandardField> = new Map(
  [...fields].reverse().flatMap((field) => headingsOf(field).map((heading) => [headerKey(heading), field] as const)),
);

/** Every known heading as written, with its field: for proposing near misses. */
export const knownHeadings: readonly (readonly [string, FieldName])[] = fields.flatMap((field) =>
  headingsOf(field).map((heading) => [heading, field.name] as const),
);

function vocabularyOf(heading: string, field: StandardField): Vocabulary {
  const plain = heading.replace(/[?\p{Cf}]+/gu, '').trim();
  // `Pets` is a word for people and `pets` the property; what is joined up is a name in any case.
  const joined = (name: string): boolean => /[_A-Z]/.test(name) && plain.toLowerCase() === name.toLowerCase();
  const written = (name: string | undefined): boolean => name !== undefined && (plain === name || joined(name));
  if (written(field.template)) return 'template';
  if (written(field.json) && field.json !== field.name) return 'json';
  if (written(field.name)) return 'property';
  return heading.includes('_') ? 'template' : 'label';
}

/** The same for a cell that is a heading and nothing else: no description that begins with one. */
export function plainHeading(heading: string): FieldName | null {
  return known.get(headerKey(heading))?.name ?? null;
}

/** The field a heading names exactly (but for case, spaces and punctuation), or null. Never a guess. */
export function matchHeading(heading: string): HeadingMatch | null {
  const field = known.get(headerKey(heading)) ?? describedField(heading);
  return field ? { field: field.name, vocabulary: vocabularyOf(heading.trim(), field) } : null;
}

/** Who filled in a return, or works with the child: headings no vocabulary has, of which every cell may be a name. */
const people =
  /officer|(social|allocated|case|support)worker|teammanager|(completed|recorded|entered|submitted)by(name)?$/;

/**
 * Whether a heading of nobody's vocabulary asks for an officer's name. Such names are for the authority alone (trap 7 of
 * the standard), so that it is rather left out than kept by mistake: the file's report says that it was.
 */
export function asksForOfficer(heading: string): boolean {
  const key = headerKey(heading);
  return (people.test(key) && !/date|when/.test(key)) || key === 'worker' || key === 'workername';
}

/** The template's description row, used as a header: its first lines name the field. */
function describedField(heading: string): StandardField | undefined {
  const lines = heading
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [first, second] = lines;
  if (!first || !second) return undefined;
  return known.get(headerKey(`${first} ${second}`)) ?? known.get(headerKey(first));
}
