'use client';
import { matchRateByBespoke } from '@/lib/measure/needs/match-by-bespoke';
import { usePool } from '@/lib/session/use-pool';
import { usePageChoice } from '@/lib/view/use-page-choice';
import { SelectField } from '../filter/select-field';
import { ChosenFigure } from './chosen-figure';

/** Offers a split by the columns that this pool's files have and the standard does not. Absent where there are none. */
export function BespokeSplit() {
  const { bespoke, status } = usePool();
  const [asked, choose] = usePageChoice('split');
  const columns = bespoke.filter(({ values }) => values.length > 1).map(({ name }) => name);
  if (columns.length === 0 || status === 'error') return null;
  const column = columns.find((name) => name === asked?.[0]) ?? '';
  return (
    <section aria-labelledby="bespoke-title" className="bespoke-split">
      <h2 className="section-title" id="bespoke-title">
        By a column of your own
      </h2>
      <p className="section-about">
        Some of these files have columns that are not in the standard. The same columns are filters, under “More”.
      </p>
      <SelectField
        id="bespoke-split"
        label="Bespoke column"
        value={column}
        onChange={(name) => choose(name === '' ? null : [name])}
      >
        <option value="">Choose a column</option>
        {columns.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      {column !== '' && (
        <ChosenFigure
          key={column}
          of={column}
          measureOf={matchRateByBespoke}
          failed="This figure could not be worked out. Change a filter or choose another column."
        />
      )}
    </section>
  );
}
