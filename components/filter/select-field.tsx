import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  /** `''` shows the prompt: nothing in this list is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** A labelled native list, for choices too many or too plain to lay out. */
export function SelectField({ id, label, value, onChange, children }: Props) {
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="filter-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
