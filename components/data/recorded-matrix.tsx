'use client';
import { type RecordedCell, readRecorded } from '@/lib/pool/recorded';
import { usePool } from '@/lib/session/use-pool';
import { useReading } from '@/lib/session/use-reading';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';
import { Waiting } from './waiting';
import { scrollName } from './words';

/** Authority × field: the share recorded. A column that was never sent is not collected, which is not 0%. */
export function RecordedMatrix() {
  const { facts } = usePool();
  const { value: rows, stale, failure } = useReading('recorded', readRecorded);
  const { share } = useShown();
  if (!rows || !facts) return <Waiting failure={failure} />;
  const cellOf = (cell: RecordedCell | undefined, key: string) =>
    cell ? (
      <td key={key} className="number" data-low={cell.recorded < cell.asked / 2}>
        <CellText cell={share(cell.recorded, cell.asked)} kind="rate" />
      </td>
    ) : (
      <td key={key} className="number not-collected">
        not collected
      </td>
    );
  const scroll = `${scrollName(facts.authorities.length)} recorded-scroll`;
  return (
    <div data-stale={stale}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={scroll} tabIndex={0} aria-label="Share recorded by field and authority">
        <table className="figure-table recorded">
          <caption className="visually-hidden">
            Share of placements with the field recorded, by field and authority, of placements whose file has the column
          </caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              {facts.authorities.map(({ code, name }) => (
                <th key={code} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, cells }) => (
              <tr key={field.name}>
                <th scope="row">
                  {field.label}
                  {!field.cardinality.startsWith('1') && <span className="hint"> optional</span>}
                </th>
                {facts.authorities.map(({ code }) => cellOf(cells.get(code), code))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
