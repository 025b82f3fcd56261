import { sqlType } from '@/lib/standard/column';
import { type FieldName, optionsOf } from '@/lib/standard/fields';
import { valueKeySql } from '@/lib/standard/key';
import { booleanSpellings, exactValues, keyedValues } from '@/lib/standard/spelling';
import { quote, quoteAll } from '@/lib/standard/sql';

/** Exact spellings first, by comparison; only what is left pays for a key. NULL where no spelling fits. */
export function categorySql(name: FieldName, cell: string): string {
  const exact = [...exactValues(name)].map(([text, value]) => `WHEN ${quote(text)} THEN ${quote(value)}`);
  const keyed = keyedValues(name);
  const key = valueKeySql(cell, /[<>]/.test([...keyed.keys()].join()));
  const looked = `([${quoteAll([...keyed.values()])}])[list_position([${quoteAll([...keyed.keys()])}], ${key})]`;
  return `(CASE ${cell} ${exact.join(' ')} ELSE ${looked} END)::${sqlType(name)}`;
}

export function booleanSql(cell: string): string {
  const exact = ['Yes', 'No', 'TRUE', 'FALSE', 'true', 'false', 'Y', 'N', '1', '0', '1.0', '0.0'].map(
    (text) => `WHEN ${quote(text)} THEN ${booleanSpellings.get(text.replace('.0', '').toLowerCase()) ?? 'NULL'}`,
  );
  const keys = [...booleanSpellings.keys()];
  const values = [...booleanSpellings.values()].join(', ');
  return `CASE ${cell} ${exact.join(' ')} ELSE ([${values}])[list_position([${quoteAll(keys)}], ${valueKeySql(cell, false)})] END`;
}

/** True where the cell is one plain value of the list: nothing more to do. */
const isSingle = (name: FieldName, cell: string) => `list_contains([${quoteAll(optionsOf(name))}], ${cell})`;

/** A cell's parts as keys between bars, `|esol||bsl|`; `N/A` is one word, not two. NULL for one plain value. */
export function partsSql(name: FieldName, cell: string): string {
  const cut = `regexp_replace(regexp_replace(lower(${cell}), 'n/a', 'na', 'g'), '[;,|/\\r\\n]+', '|', 'g')`;
  return `CASE WHEN NOT ${isSingle(name, cell)} THEN '|' || replace(${valueKeySql(cut, false)}, '|', '||') || '|' END`;
}

/** Several values of a list, in the standard's order, joined by `;`. `parts` names a column of `partsSql`. */
export function manySql(name: FieldName, cell: string, parts: string): string {
  const keyed = [...keyedValues(name)];
  const found = optionsOf(name).map((value) => {
    const keys = keyed.filter(([, meant]) => meant === value).map(([key]) => key.replace('n/a', 'na'));
    const any = [...new Set(keys)].map((key) => `contains(${parts}, ${quote(`|${key}|`)})`).join(' OR ');
    return `CASE WHEN ${any} THEN ${quote(value)} END`;
  });
  return `CASE WHEN ${parts} IS NULL THEN ${cell} ELSE nullif(concat_ws(';', ${found.join(', ')}), '') END`;
}

/** True where a part of the cell is in no list. */
export function manyUnknownSql(name: FieldName, parts: string): string {
  const keys = [...new Set([...keyedValues(name).keys()].map((key) => key.replace('n/a', 'na')))];
  const known = `regexp_replace(${parts}, ${quote(`\\|(${keys.join('|')})?\\|`)}, '', 'g')`;
  return `(${parts} IS NOT NULL AND ${known} <> '')`;
}
