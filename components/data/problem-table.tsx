'use client';
import type { ProblemGroup } from '@/lib/quality/problems';
import { keyOf, type Trend } from '@/lib/quality/trend';
import { isFieldName, labelOf } from '@/lib/standard/fields';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';

interface Props {
  readonly groups: readonly ProblemGroup[];
  readonly caption: string;
  /** Adds the share of each latest quarter's placements. */
  readonly trend?: Trend | undefined;
}

function Quarters({ group, trend }: { readonly group: ProblemGroup; readonly trend: Trend }) {
  const { rate } = useShown();
  const own = trend.cells.get(keyOf(group));
  return trend.quarters.map(({ quarter, placements }) => (
    <td key={quarter} className="number problem-quarter">
      <CellText cell={rate(Math.min(placements, own?.get(quarter) ?? 0), placements)} kind="rate" />
    </td>
  ));
}

/** Which files have most of it, where several have. */
function Files({ group: { files, sources } }: { readonly group: ProblemGroup }) {
  const { count } = useShown();
  if (sources < 2) return null;
  return (
    <ul className="problem-files">
      {files.map(({ file, cells }) => (
        <li key={file}>
          {file}: <CellText cell={count(cells)} kind="count" />
        </li>
      ))}
      {sources > files.length && <li>{sources - files.length} more</li>}
    </ul>
  );
}

/** A place in a file; a whole file that has been named is not named again. */
function placeWords({ sources }: ProblemGroup, places: string): string {
  if (sources < 2) return places;
  return places.includes(' row ') ? `First: ${places}` : '';
}

/** Kinds of problem: what, how many, what it does, what to do, where to look. Row numbers are places in a file, not children. */
export function ProblemTable({ groups, caption, trend }: Props) {
  const { count, rate, places } = useShown();
  const dated = trend && groups.some((group) => trend.cells.has(keyOf(group))) ? trend : undefined;
  const among = groups.some(({ of }) => of > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`${caption}, table`}>
      <table className="figure-table problem-table">
        <caption className="visually-hidden">
          {caption}
          {dated && ', with the share of placements in each of the latest quarters'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field and rule</th>
            <th scope="col" className="number">
              Cells
            </th>
            {among && (
              <th scope="col" className="number">
                Of placements
              </th>
            )}
            {dated?.quarters.map(({ quarter, label }) => (
              <th key={quarter} scope="col" className="number problem-quarter">
                {label}
              </th>
            ))}
            <th scope="col">What it does to the figures</th>
            <th scope="col">What to do</th>
            <th scope="col">Where to look</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${keyOf(group)} ${group.advice}`}>
              <th scope="row">
                {group.field !== null && isFieldName(group.field) ? labelOf(group.field) : group.field}
                <span className="hint">
                  {group.rule} · {group.severity}
                </span>
              </th>
              <td className="number">
                <CellText cell={count(group.cells)} kind="count" />
              </td>
              {among && (
                <td className="number">
                  <CellText cell={rate(Math.min(group.cells, group.of), group.of)} kind="rate" />
                </td>
              )}
              {dated && <Quarters group={group} trend={dated} />}
              <td>{group.effect}</td>
              <td>{group.advice}</td>
              <td className="problem-places">
                <Files group={group} />
                {placeWords(group, places(group.examples))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
