import { CheckboxList } from './choice-list';
import { changing, type FilterProps } from './options';

/** Columns the standard does not have, as this pool's files name them. */
export function BespokeFilter(props: FilterProps) {
  const { view, options } = props;
  return options.bespoke.map(({ name, values }, index) => (
    <CheckboxList
      key={name}
      name={`filter-bespoke-${index}`}
      legend={name}
      choices={values.map((value) => ({ value, label: value }))}
      chosen={Object.hasOwn(view.bespoke, name) ? (view.bespoke[name] ?? []) : []}
      {...changing(props, (chosen: readonly string[]) => ({ bespoke: { ...view.bespoke, [name]: chosen } }))}
    />
  ));
}
