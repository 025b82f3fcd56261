import { Fragment } from 'react';
import { type Cell, type Column, isWithheld, type TableRow } from '@/lib/figure/figure';
import { CellText } from '../table/cell';

interface Props {
  readonly row: TableRow;
  readonly columns: readonly Column[];
}

const names = ['types', 'area', 'sector', 'ofstedOwner', 'ofstedSector', 'ofstedPlaces', 'ofstedGrade', 'ofstedGraded'];

function isSaid(cell: Cell | undefined): boolean {
  return cell !== undefined && !isWithheld(cell) && cell !== 'Not recorded';
}

/** What is known of the provider itself; what nobody recorded is left out. */
export function ProviderFacts({ row, columns }: Props) {
  const said = columns.filter(({ name }) => names.includes(name) && isSaid(row[name]));
  return (
    <dl className="provider-facts">
      {said.map(({ name, label, kind }) => (
        <Fragment key={name}>
          <dt>{label}</dt>
          <dd>
            <CellText cell={row[name]} kind={kind} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
