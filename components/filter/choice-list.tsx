import type { ReactNode } from 'react';
import { type Cell, isWithheld } from '@/lib/figure/figure';
import { formatCell } from '@/lib/figure/format';
import { type Considered, considered } from './considered';

export interface ListedChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ListProps<Value extends string> {
  /** Unique on the page: ids and the radios' group are made from it. */
  readonly name: string;
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly hint?: string;
  readonly choices: readonly ListedChoice<Value>[];
  readonly counts?: Readonly<Record<string, Cell>> | undefined;
  /** Long lists run in columns where there is room. */
  readonly columns?: boolean;
}

interface CheckboxProps<Value extends string> extends ListProps<Value> {
  readonly chosen: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  /** Told of a tick that seems about to come; null when it does not any more. */
  readonly onConsider?: (values: readonly Value[] | null, pressed?: boolean) => void;
}

/** Any number of a list, changed as soon as a box is ticked. */
export function CheckboxList<Value extends string>({ chosen, onChange, onConsider, ...list }: CheckboxProps<Value>) {
  return (
    <ChoiceGroup {...list}>
      {list.choices.map(({ value, label }, index) => {
        const ticked = chosen.includes(value);
        const other = ticked ? chosen.filter((one) => one !== value) : [...chosen, value];
        return (
          <ChoiceRow
            key={value}
            id={`${list.name}-${index}`}
            label={label}
            count={list.counts?.[value]}
            {...(onConsider && considered(onConsider, other))}
          >
            <input type="checkbox" id={`${list.name}-${index}`} checked={ticked} onChange={() => onChange(other)} />
          </ChoiceRow>
        );
      })}
    </ChoiceGroup>
  );
}

interface RadioProps<Value extends string> extends ListProps<Value> {
  /** Null where none of the list is the choice in force. */
  readonly chosen: Value | null;
  readonly onChange: (value: Value) => void;
  /** Told of a choice that seems about to be made; null when it does not any more. */
  readonly onConsider?: (value: Value | null, pressed?: boolean) => void;
}

/** One of a list. */
export function RadioList<Value extends string>({ chosen, onChange, onConsider, ...list }: RadioProps<Value>) {
  return (
    <ChoiceGroup {...list}>
      {list.choices.map(({ value, label }, index) => (
        <ChoiceRow
          key={value}
          id={`${list.name}-${index}`}
          label={label}
          count={list.counts?.[value]}
          {...(onConsider && considered(onConsider, value))}
        >
          <input
            type="radio"
            id={`${list.name}-${index}`}
            name={list.name}
            checked={chosen === value}
            onChange={() => onChange(value)}
          />
        </ChoiceRow>
      ))}
    </ChoiceGroup>
  );
}

type GroupProps = Omit<ListProps<string>, 'choices'> & { readonly children: ReactNode };

function ChoiceGroup({ name, legend, hideLegend = false, hint, columns = false, children }: GroupProps) {
  return (
    <fieldset className="filter-group" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {hint && (
        <p className="filter-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className={columns ? 'filter-choices filter-choices-columns' : 'filter-choices'}>{children}</div>
    </fieldset>
  );
}

interface RowProps extends Partial<Considered> {
  readonly id: string;
  readonly label: string;
  readonly count: Cell | undefined;
  readonly children: ReactNode;
}

function ChoiceRow({ id, label, count, children, ...considered }: RowProps) {
  return (
    <label className="filter-choice" htmlFor={id} {...considered}>
      {children}
      <span className="filter-choice-label">{label}</span>
      {count !== undefined && (
        <span className="filter-choice-count">
          {formatCell(count, 'count')}
          <span className="visually-hidden"> {isWithheld(count) ? count.reason : 'placements'}</span>
        </span>
      )}
    </label>
  );
}
