/** What a user said headings mean, as a file to load again next quarter. It holds headings alone: no row, no value. */
import * as v from 'valibot';
import type { Mapping } from '@/lib/ingest/file/layout';
import { isFieldName } from '@/lib/standard/fields';

const kind = 'sufficiency heading mapping';
const schema = v.object({
  kind: v.literal(kind),
  version: v.literal(1),
  headings: v.record(v.string(), v.nullable(v.string())),
});

/** JSON, headings in order, so that two savings of the same mapping are the same file. */
export function writeMapping(mapping: Mapping): string {
  const headings = Object.fromEntries(Object.entries(mapping).sort(([a], [b]) => a.localeCompare(b)));
  return `${JSON.stringify({ kind, version: 1, headings }, null, 2)}\n`;
}

export type ReadMapping =
  | { readonly kind: 'read'; readonly mapping: Mapping; readonly ignored: readonly string[] }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Total. Headings said to mean a field the standard no longer has are left out and named. */
export function readMapping(text: string): ReadMapping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', message: 'This is not a file of headings saved here: it is not JSON.' };
  }
  const result = v.safeParse(schema, parsed);
  if (!result.success) return { kind: 'unreadable', message: 'This is not a file of headings saved by Sufficiency.' };
  const entries = Object.entries(result.output.headings);
  const known = entries.filter(([, field]) => field === null || isFieldName(field));
  return {
    kind: 'read',
    mapping: Object.fromEntries(known),
    ignored: entries.filter((entry) => !known.includes(entry)).map(([heading]) => heading),
  };
}
