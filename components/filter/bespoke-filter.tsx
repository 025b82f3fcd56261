import { CheckboxList } from './choice-list';
import type { FilterProps } from './options';

/** Columns the standard does not have, as this pool's files name them. */
export function BespokeFilter({ view, options, onChange }: FilterProps) {
  return options.bespoke.map(({ name, values }, index) => (
    <CheckboxList
      key={name}
      name={`filter-bespoke-${index}`}
      legend={name}
      choices={values.map((value) => ({ value, label: value }))}
      chosen={Object.hasOwn(view.bespoke, name) ? (view.bespoke[name] ?? []) : []}
      onChange={(chosen) => onChange({ bespoke: { ...view.bespoke, [name]: chosen } })}
    />
  ));
}
