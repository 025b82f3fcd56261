import { useState } from 'react';
import type { Table } from '@/lib/figure/figure';
import { CheckboxList } from '../filter/choice-list';
import { FilterDisclosure } from '../filter/disclosure';
import { SelectField } from '../filter/select-field';
import type { GridColumn } from '../table/grid-model';
import { valuesOf } from './columns';

export interface TableChoices {
  readonly search: string;
  readonly type: string;
  readonly sector: string;
  readonly group: string;
  readonly visible: readonly string[];
  readonly pinned: boolean;
}

interface Props {
  readonly choices: TableChoices;
  readonly onChange: (patch: Partial<TableChoices>) => void;
  readonly columns: readonly GridColumn[];
  readonly table: Table;
  /** The column sectors are read from: the list's, once there is one. */
  readonly sectorColumn: string;
}

interface ValueProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

function ValueSelect({ id, label, all, value, values, onChange }: ValueProps) {
  return (
    <SelectField id={id} label={label} value={value} onChange={onChange}>
      <option value="">{all}</option>
      {values.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </SelectField>
  );
}

/** Search, narrow, group and choose columns: of what is shown, none of it sent or kept. */
export function TableTools({ choices, onChange, columns, table, sectorColumn }: Props) {
  const [open, setOpen] = useState(false);
  const [, ...others] = columns;
  return (
    <div className="grid-tools">
      <div className="filter-field">
        <label htmlFor="provider-search">Find a provider</label>
        <input
          id="provider-search"
          className="filter-input"
          type="search"
          value={choices.search}
          placeholder=""
          onChange={(event) => onChange({ search: event.target.value })}
        />
      </div>
      <ValueSelect
        id="provider-type"
        label="Main type"
        all="All types"
        value={choices.type}
        values={valuesOf(table, 'type')}
        onChange={(type) => onChange({ type })}
      />
      <ValueSelect
        id="provider-sector"
        label="Sector"
        all="All sectors"
        value={choices.sector}
        values={valuesOf(table, sectorColumn)}
        onChange={(sector) => onChange({ sector })}
      />
      <SelectField id="provider-group" label="Group by" value={choices.group} onChange={(group) => onChange({ group })}>
        <option value="">Nothing</option>
        <option value="type">Main type of home</option>
        <option value="region">Region</option>
        <option value="area">Area</option>
        <option value={sectorColumn}>Sector</option>
      </SelectField>
      <FilterDisclosure id="provider-columns" label="Columns" summary="" open={open} onToggle={setOpen} end>
        <CheckboxList
          name="provider-column"
          legend="Columns shown"
          choices={others.map(({ column }) => ({ value: column.name, label: column.label }))}
          chosen={choices.visible}
          onChange={(visible) => onChange({ visible })}
        />
        <label className="grid-pin">
          <input
            type="checkbox"
            checked={choices.pinned}
            onChange={(event) => onChange({ pinned: event.target.checked })}
          />{' '}
          Keep the first column in sight
        </label>
      </FilterDisclosure>
    </div>
  );
}
