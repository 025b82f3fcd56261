'use client';
import { useMemo, useState } from 'react';
import type { Basis, PoolFacts } from '@/lib/measure/context';
import { type RecordColumn, type RecordOrder, recordColumns } from '@/lib/measure/records';
import { number, placements } from '@/lib/measure/words';
import { useMode, usePool } from '@/lib/session/use-pool';
import { useShownView } from '@/lib/session/use-shown-view';
import { CheckboxList } from '../filter/choice-list';
import { FilterDisclosure } from '../filter/disclosure';
import { RecordsTable } from './records-table';
import { useRecords } from './use-records';

interface Props {
  /** The date that places a row in the period: as the figures of the page use it. */
  readonly basis?: Basis;
}

const firstColumns: readonly string[] = [
  'la_code',
  'childId',
  'referralDate',
  'neededBy',
  'sought',
  'secured',
  'placementDate',
  'placementLocation',
  'providerURN',
  'totalWeeklyCost',
  'distanceMiles',
  'sourceName',
  'sourceRow',
];

const groups = [...new Set(recordColumns.map(({ group }) => group))];

interface OpenProps {
  readonly pool: PoolFacts;
  readonly version: number;
  readonly basis: Basis;
}

function ColumnChoice({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (names: readonly string[]) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <FilterDisclosure id="records-columns" label="Columns" summary={`${chosen.length}`} open={open} onToggle={setOpen}>
      {groups.map((group) => (
        <CheckboxList
          key={group}
          name={`records-${group.replaceAll(' ', '-')}`}
          legend={group}
          choices={recordColumns
            .filter((column) => column.group === group)
            .map(({ name, label }) => ({ value: name, label }))}
          chosen={chosen}
          onChange={onChange}
        />
      ))}
    </FilterDisclosure>
  );
}

function OpenRecords({ pool, version, basis }: OpenProps) {
  const { view } = useShownView();
  const [chosen, setChosen] = useState(firstColumns);
  const [order, setOrder] = useState<RecordOrder | null>(null);
  const columns = useMemo(
    (): readonly RecordColumn[] => recordColumns.filter(({ name }) => chosen.includes(name)),
    [chosen],
  );
  const names = useMemo(() => columns.map(({ name }) => name), [columns]);
  const records = useRecords({ view, pool, basis }, version, names, order);
  const { count, failure } = records;
  return (
    <>
      <div className="records-tools">
        <ColumnChoice chosen={chosen} onChange={setChosen} />
        <p role="status">{count === null ? 'Counting the rows…' : `${placements(count)}, one row each.`}</p>
        {order && (
          <button type="button" className="plain-button" onClick={() => setOrder(null)}>
            Back to the order of the files
          </button>
        )}
      </div>
      {failure && (
        <p role="alert">
          The rows could not be read. Your data is still loaded; change a filter or close the rows and open them again.
        </p>
      )}
      {columns.length === 0 && <p>Choose at least one column.</p>}
      {count !== null && count > 0 && columns.length > 0 && (
        <RecordsTable
          caption={`Rows of this view, ${number(count)} in all`}
          columns={columns}
          records={records}
          order={order}
          onOrder={setOrder}
        />
      )}
    </>
  );
}

/** The rows behind a page's figures, at its foot: one child each, so for the working view alone. */
export function RecordsDisclosure({ basis = 'referral' }: Props) {
  const { facts, version, status } = usePool();
  const mode = useMode();
  const [open, setOpen] = useState(false);
  const working = mode === 'working';
  const shown = open && working && facts !== null && status === 'ready';
  return (
    <section className="records" aria-label="Rows behind the figures">
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-expanded={shown}
        aria-disabled={!working}
        aria-describedby="records-why"
        onClick={() => setOpen(!open && working)}
      >
        {shown ? 'Hide the rows' : 'Show the rows'}
      </button>
      <p id="records-why" className="grid-note">
        {working
          ? 'Each row is one child’s placement, with what was written about it. Do not share, print or copy it.'
          : 'Each row is one child’s placement, so rows are not part of the sharing view. Switch on the working view to see them on your own screen.'}
      </p>
      {shown && <OpenRecords pool={facts} version={version} basis={basis} />}
    </section>
  );
}
