/** What the table of the Placements Data Standard says about one field. Every reader of the standard shares this shape. */

export const groups = [
  'Child',
  'Determinants of placement availability',
  'Placement requirements',
  'Placement recommendation',
  'Risks',
  'Actual placement',
  'Quality assurance',
  'Not in the standard',
] as const;

export type Group = (typeof groups)[number];

/**
 * `category` one of a list · `boolean` Yes/No · `many` several of a list · `integer` a count · `money` £ a week excluding
 * VAT · `date` · `text` · `outward` a postcode district · `urn` an Ofsted number or "Unregistered" · `home` a postcode
 * district, sector or postcode · `miles` · `authority` a local authority · `officer` a name that never enters the pool.
 */
export type FieldType =
  | 'category'
  | 'boolean'
  | 'many'
  | 'integer'
  | 'money'
  | 'date'
  | 'text'
  | 'outward'
  | 'urn'
  | 'home'
  | 'miles'
  | 'authority'
  | 'officer';

export interface Option {
  /** The spelling the pool keeps. */
  readonly value: string;
  /** Other spellings with the same meaning; case, spaces, dashes and quotes never matter. */
  readonly aliases?: readonly string[];
}

export interface Field {
  /** The 2026 publication's property name, and the pool's column. */
  readonly name: string;
  readonly label: string;
  readonly group: Group;
  readonly type: FieldType;
  readonly options?: readonly Option[];
  /** How often the standard wants it; `extra` = not in the standard, recognised when present. */
  readonly cardinality: '1' | '0..1' | '1..*' | '0..*' | 'extra';
  /** The column of the 2026 spreadsheet templates; absent where they have none. */
  readonly template?: string;
  /** The v2 (2025) JSON name; absent where v2 had no such field. */
  readonly json?: string;
  /** Human labels and other spellings seen in real files. */
  readonly headings: readonly string[];
  readonly caveats?: readonly string[];
  /** NA is an answer of its own ("has no siblings"), not a gap. */
  readonly notApplicable?: boolean;
}

/** Where the table comes from, for the definitions page. */
export const standardSource =
  'Placements Data Standard, SocialCareData: v2 (July 2025), PUB00 (April 2026) and draft 01 (June 2026)';
