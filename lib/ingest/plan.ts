/** Which column of a file feeds which field: decided by headings alone, never by a guess at the values. */
import { type FieldName, fieldOf, isFieldName, type StandardField } from '@/lib/standard/fields';
import { asksForOfficer, matchHeading, type Vocabulary } from '@/lib/standard/heading';
import { recogniseTemplate, type Template } from '@/lib/standard/template';
import type { Proposal } from './file/failure';
import { type Mapping, saidOf } from './file/layout';
import { proposeFields } from './proposal';

export interface FileColumn {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly heading: string;
}

export interface Plan {
  /** Fields of the pool with their columns: the first that is not blank speaks. */
  readonly fields: readonly { readonly field: StandardField; readonly columns: readonly FileColumn[] }[];
  /** Columns kept under their own heading, each heading once. */
  readonly bespoke: readonly FileColumn[];
  /** Headings of officers' names: read by nobody. */
  readonly officers: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly vocabulary: Vocabulary | 'mixed';
  readonly template: Template;
  /** What Yes means in the education column, until the user says otherwise. */
  readonly educationPolarity: 'disrupted' | 'continued';
}

interface Matched extends FileColumn {
  readonly field: StandardField | null;
  readonly vocabulary: Vocabulary | null;
}

function match(heading: string, index: number, mapping: Mapping): Matched {
  const confirmed = saidOf(mapping, heading);
  // Also where it was said to be none of the standard's: a name stays out whatever it is called.
  const found = matchHeading(heading);
  if (!found && !isFieldName(confirmed ?? '') && asksForOfficer(heading))
    return { index, heading, field: fieldOf('referralOfficerName'), vocabulary: null };
  if (confirmed === null) return { index, heading, field: null, vocabulary: null };
  if (confirmed !== undefined && isFieldName(confirmed)) {
    return { index, heading, field: fieldOf(confirmed), vocabulary: null };
  }
  return { index, heading, field: found ? fieldOf(found.field) : null, vocabulary: found?.vocabulary ?? null };
}

/** `note`, `note (2)`, `column 7`: a bespoke column needs a name of its own. In order of name, whatever the file's. */
function named(columns: readonly FileColumn[]): FileColumn[] {
  const used = new Set<string>();
  const own = columns.map(({ index, heading }) => {
    const base = heading === '' ? `column ${index + 1}` : heading;
    let name = base;
    for (let copy = 2; used.has(name); copy += 1) name = `${base} (${copy})`;
    used.add(name);
    return { index, heading: name };
  });
  return own.sort((one, other) => (one.heading < other.heading ? -1 : 1));
}

/** The vocabulary most headings share. v2 JSON and the property names agree but for a few, which decide. */
function commonVocabulary(matched: readonly Matched[]): Vocabulary | 'mixed' {
  const counts = new Map<Vocabulary, number>();
  for (const { vocabulary, field } of matched) {
    if (!vocabulary || field?.cardinality === 'extra') continue;
    counts.set(vocabulary, (counts.get(vocabulary) ?? 0) + 1);
  }
  const json = counts.get('json') ?? 0;
  if (json > 0) {
    counts.set('json', json + (counts.get('property') ?? 0));
    counts.delete('property');
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first) return 'mixed';
  return second && second[1] * 4 > first[1] ? 'mixed' : first[0];
}

/** Headings are as `Layout` gives them; `mapping` is what the user confirmed. */
export function planColumns(headings: readonly string[], mapping: Mapping): Plan {
  const matched = headings.map((heading, index) => match(heading, index, mapping));
  const byField = new Map<FieldName, { field: StandardField; columns: FileColumn[] }>();
  for (const { field, index, heading } of matched) {
    if (!field || field.type === 'officer') continue;
    const entry = byField.get(field.name) ?? { field, columns: [] };
    entry.columns.push({ index, heading });
    byField.set(field.name, entry);
  }
  const taken = new Set(byField.keys());
  const unknown = matched.filter((one) => one.field === null);
  const open = unknown.filter((one) => saidOf(mapping, one.heading) === undefined).map((one) => one.heading);
  const vocabulary = commonVocabulary(matched);
  const education = matched.find((one) => one.field?.name === 'isEducationContinuous')?.vocabulary;
  return {
    fields: [...byField.values()],
    bespoke: named(unknown),
    officers: matched.filter((one) => one.field?.type === 'officer').map((one) => one.heading),
    proposals: proposeFields(open, taken),
    vocabulary,
    template: recogniseTemplate(taken, vocabulary === 'template' || vocabulary === 'label' || vocabulary === 'mixed'),
    educationPolarity: education === 'json' || education === 'property' ? 'continued' : 'disrupted',
  };
}
