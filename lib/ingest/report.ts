import type { FieldName } from '@/lib/standard/fields';
import type { Severity } from '@/lib/standard/rule';
import type { Proposal } from './file/failure';
import type { Plan } from './plan';

/** How many rows of a file break a rule. */
export interface ProblemCount {
  readonly rule: string;
  readonly field: FieldName;
  readonly severity: Severity;
  readonly rows: number;
}

export interface MappedHeading {
  readonly heading: string;
  /** Null: kept as a bespoke column, or an officer's name that is not read at all. */
  readonly field: FieldName | null;
  readonly officer: boolean;
}

/** Rows of an earlier file that a later one replaced. */
export interface Correction {
  readonly sourceId: number;
  readonly name: string;
  readonly rows: number;
  /** Those in which the later file says something else. */
  readonly changed: number;
}

/** What became of a file. `rowsIn` = `loaded` + `setAside`; blank rows, and rows above the headings, are not rows. */
export interface Loaded {
  readonly status: 'loaded';
  readonly sourceId: number;
  readonly name: string;
  readonly rowsIn: number;
  readonly loaded: number;
  readonly setAside: number;
  /** Rows set aside because another row of the file is the same placement. */
  readonly countedOnce: number;
  /** Rows set aside because a later file has the same child and referral date. */
  readonly outdated: number;
  /** Earlier files whose rows this one replaced. */
  readonly corrections: readonly Correction[];
  /** Authorities in the file, by rows. */
  readonly authorities: readonly { readonly code: string; readonly rows: number }[];
  readonly authorityFrom: 'column' | 'chosen' | 'file name';
  readonly problems: readonly ProblemCount[];
  readonly mapping: readonly MappedHeading[];
  readonly vocabulary: Plan['vocabulary'];
  readonly template: Plan['template'];
  readonly educationPolarity: Plan['educationPolarity'];
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  /** Headings of bespoke columns. */
  readonly unknown: readonly string[];
  readonly proposals: readonly Proposal[];
}

/** The file does not say whose it is: ask, and add it again with the answer. The pool is as it was. */
export interface NeedsAuthority {
  readonly status: 'needs authority';
  readonly name: string;
  readonly rowsIn: number;
  /** Texts of an authority column that no authority goes by; empty when there is no such column. */
  readonly notKnown: readonly string[];
  /** Codes the file's name could mean, when it could mean several. */
  readonly candidates: readonly string[];
}

export type AddResult = Loaded | NeedsAuthority;

/** Every heading of the file with what became of it. */
export function mappingOf(headings: readonly string[], plan: Plan): MappedHeading[] {
  const byIndex = new Map(
    plan.fields.flatMap(({ field, columns }) => columns.map((column) => [column.index, field.name] as const)),
  );
  const officers = new Set(plan.officers);
  return headings.map((heading, index) => ({
    heading,
    field: byIndex.get(index) ?? null,
    officer: officers.has(heading),
  }));
}
