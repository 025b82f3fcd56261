import { sqlType } from '@/lib/standard/column';
import { type FieldName, optionsOf } from '@/lib/standard/fields';
import { valueKeySql } from '@/lib/standard/key';
import { booleanSpellings, exactValues, keyedValues } from '@/lib/standard/spelling';
import { quote, quoteAll } from '@/lib/standard/sql';

/** Exact spellings first, by comparison; only what is left pays for a key. NULL where no spelling fits. */
export function categorySql(name: FieldName, cell: string): string {
  const type = sqlType(name);
  const exact = [...exactValues(name)].map(([text, value]) => `WHEN ${quote(text)} THEN ${quote(value)}::${type}`);
  const keyed = keyedValues(name);
  const looked = `([${quoteAll([...keyed.values()])}]::${type}[])[list_position([${quoteAll([...keyed.keys()])}], ${valueKeySql(cell)})]`;
  return `CASE ${cell} ${exact.join(' ')} ELSE ${looked} END`;
}

export function booleanSql(cell: string): string {
  const exact = ['Yes', 'No', 'TRUE', 'FALSE', 'true', 'false', 'Y', 'N', '1', '0', '1.0', '0.0'].map(
    (text) => `WHEN ${quote(text)} THEN ${booleanSpellings.get(text.replace('.0', '').toLowerCase()) ?? 'NULL'}`,
  );
  const keys = [...booleanSpellings.keys()];
  const values = [...booleanSpellings.values()].join(', ');
  return `CASE ${cell} ${exact.join(' ')} ELSE ([${values}])[list_position([${quoteAll(keys)}], ${valueKeySql(cell)})] END`;
}

/** A cell's parts: `N/A` is one word, not two. */
const partsSql = (cell: string) =>
  `string_split_regex(regexp_replace(${cell}, '[nN]/[aA]', 'NA', 'g'), '[;,|/\\r\\n]+')`;

/** Several values of a list, in the standard's order, joined by `;`. Parts that are in no list are left out. */
export function manySql(name: FieldName, cell: string): string {
  const values = optionsOf(name);
  const keyed = keyedValues(name);
  const places = [...keyed.values()].map((value) => values.indexOf(value) + 1).join(', ');
  const place = `([${places}])[list_position([${quoteAll([...keyed.keys()])}], ${valueKeySql('part')})]`;
  const found = `list_sort(list_distinct(list_transform(${partsSql(cell)}, lambda part: ${place})))`;
  const joined = `array_to_string(list_transform(${found}, lambda place: ([${quoteAll(values)}])[place]), ';')`;
  const exact = [...exactValues(name)].filter(([text]) => !text.includes('/'));
  const single = exact.map(([text, value]) => `WHEN ${quote(text)} THEN ${quote(value)}`);
  return `CASE ${cell} ${single.join(' ')} ELSE nullif(${joined}, '') END`;
}

/** True where a part of the cell is in no list. */
export function manyUnknownSql(name: FieldName, cell: string, typed: string): string {
  const keys = quoteAll(['', ...keyedValues(name).keys()]);
  const unknown = `len(list_filter(${partsSql(cell)}, lambda part: ${valueKeySql('part')} NOT IN (${keys}))) > 0`;
  return `CASE WHEN ${cell} = ${typed} THEN false ELSE ${unknown} END`;
}
