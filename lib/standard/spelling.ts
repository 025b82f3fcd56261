/** Every spelling of every value: what ingest reads and tests write. */
import type { Option } from '@/lib/standard/field';
import { type FieldName, fieldOf } from '@/lib/standard/fields';
import { valueKey } from '@/lib/standard/key';

const yes = ['Yes', 'Y', 'TRUE', '1'] as const;
const no = ['No', 'N', 'FALSE', '0'] as const;

/** Spellings of Yes and No; 1 and 0 may also arrive as 1.0 and 0.0 from a spreadsheet. */
export const booleanSpellings: ReadonlyMap<string, boolean> = new Map([
  ...yes.map((text) => [valueKey(text), true] as const),
  ...no.map((text) => [valueKey(text), false] as const),
]);

/** `No known risk` → `NoKnownRisk`, the symbolic form of the linked-data publication. */
function symbolic(value: string): string {
  return value
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** How one option may be written: the pool's own spelling first. */
export function spellingsOf(option: Option): readonly string[] {
  const { value, aliases = [] } = option;
  return [...new Set([value, ...aliases, symbolic(value)])];
}

/** Key of a spelling (see `valueKey`) → the pool's value, for a category or many-valued field. */
export function keyedValues(name: FieldName): ReadonlyMap<string, string> {
  const options = fieldOf(name).options ?? [];
  return new Map(
    options.flatMap((option) => spellingsOf(option).map((spelling) => [valueKey(spelling), option.value] as const)),
  );
}

/** Exact spellings → the pool's value: the quick way, taken before any key is computed. */
export function exactValues(name: FieldName): ReadonlyMap<string, string> {
  const options = fieldOf(name).options ?? [];
  return new Map(options.flatMap((option) => spellingsOf(option).map((spelling) => [spelling, option.value] as const)));
}
