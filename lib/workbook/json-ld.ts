import { Unreadable } from './unreadable';

export interface JsonRecord {
  /** Its place among the records, from 1. */
  readonly number: number;
  /** Property → text, in the record's order. Booleans are Yes and No; several values are joined by `;`. */
  readonly values: Readonly<Record<string, string>>;
  /** Properties given twice with different values: the first is kept. */
  readonly repeated: readonly string[];
}

export interface JsonRecords {
  /** Every property met, in order of first appearance. */
  readonly fields: readonly string[];
  readonly records: readonly JsonRecord[];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** `placements:neededBy`, `https://…/terms#neededBy` and `neededBy` are the same property; a label is left alone. */
const localName = (name: string) => (/\s/.test(name) ? name : (name.split(/[#/:]/).at(-1) ?? name));

const damaged = () => new Unreadable('not-json', 'The file looks like JSON but is cut short or damaged.');

/** The text of a value, or null when it is an object with properties of its own. */
function valueText(value: Json): string | null {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) {
    const texts = value.map(valueText);
    return texts.includes(null) ? null : texts.join(';');
  }
  if (!isObject(value)) return null;
  const inner = value['@value'];
  if (inner !== undefined) return valueText(inner);
  const keys = Object.keys(value).filter((key) => key !== '@type');
  const id = value['@id'];
  return keys.length === 1 && typeof id === 'string' ? localName(id) : null;
}

function collect(object: JsonObject, values: Map<string, string>, repeated: Set<string>): void {
  for (const [key, value] of Object.entries(object)) {
    if (key.startsWith('@')) continue;
    const text = valueText(value);
    if (text === null) {
      for (const inner of isList(value) ? value : [value]) if (isObject(inner)) collect(inner, values, repeated);
      continue;
    }
    const name = localName(key);
    const known = values.get(name);
    if (known === undefined) values.set(name, text);
    else if (known !== text) repeated.add(name);
  }
}

/** The records of a document: one object, a list, a `@graph`, or one object a line. */
function readObjects(text: string): JsonObject[] {
  const parse = (part: string) => JSON.parse(part) as Json;
  const clean = text.replace(/^\uFEFF/, '').trim();
  if (clean === '') throw new Unreadable('empty', 'The file is empty.');
  let documents: readonly Json[];
  try {
    const whole = parse(clean);
    documents = isList(whole) ? whole : [whole];
  } catch {
    try {
      documents = clean
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map(parse);
    } catch {
      throw damaged();
    }
  }
  return documents.filter(isObject).flatMap((document) => {
    const graph = document['@graph'];
    return graph !== undefined && isList(graph) ? graph.filter(isObject) : [document];
  });
}

/**
 * The standard's placement records (JSON-LD, or plain JSON grouped or flat) as rows of property → text.
 * Property names are the standard's own; groups such as `riskAssessment` are flattened away.
 */
export function readJsonLd(text: string): JsonRecords {
  try {
    return readRecords(text);
  } catch (error) {
    // Brackets nested tens of thousands deep exhaust the stack: no record looks like that.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function readRecords(text: string): JsonRecords {
  const fields = new Set<string>();
  const records = readObjects(text).map((object, index) => {
    const values = new Map<string, string>();
    const repeated = new Set<string>();
    collect(object, values, repeated);
    for (const name of values.keys()) fields.add(name);
    return { number: index + 1, values: Object.fromEntries(values), repeated: [...repeated] };
  });
  return { fields: [...fields], records };
}
