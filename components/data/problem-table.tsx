'use client';
import type { ProblemGroup } from '@/lib/quality/problems';
import { isFieldName, labelOf } from '@/lib/standard/fields';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';

interface Props {
  readonly groups: readonly ProblemGroup[];
  readonly caption: string;
}

/** Kinds of problem: what, how many, what it does, what to do, where to look. Row numbers are places in a file, not children. */
export function ProblemTable({ groups, caption }: Props) {
  const { count } = useShown();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="figure-table problem-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field and rule</th>
            <th scope="col" className="number">
              Cells
            </th>
            <th scope="col">What it does to the figures</th>
            <th scope="col">What to do</th>
            <th scope="col">Where to look</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.severity} ${group.rule} ${group.field} ${group.advice}`}>
              <th scope="row">
                {group.field !== null && isFieldName(group.field) ? labelOf(group.field) : group.field}
                <span className="hint">
                  {group.rule} · {group.severity}
                </span>
              </th>
              <td className="number">
                <CellText cell={count(group.cells)} kind="count" />
              </td>
              <td>{group.effect}</td>
              <td>{group.advice}</td>
              <td className="hint">{group.examples.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
