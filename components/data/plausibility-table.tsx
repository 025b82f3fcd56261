'use client';
import { readPlausibility } from '@/lib/quality/plausible';
import type { Where } from '@/lib/quality/problems';
import { useReading } from '@/lib/session/use-reading';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';
import { Waiting } from './waiting';

/** Values that are valid alone and odd together. */
export function PlausibilityTable({ where }: { readonly where: Where }) {
  const question = `plausible ${where.authority} ${where.quarter}`;
  const { value: found, stale, failure } = useReading(question, (database) => readPlausibility(database, where));
  const { count, rate, places } = useShown();
  if (!found) return <Waiting failure={failure} />;
  return (
    <div data-stale={stale}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Plausibility">
        <table className="figure-table problem-table">
          <caption className="visually-hidden">Checks of one cell against another</caption>
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col" className="number">
                Odd
              </th>
              <th scope="col" className="number">
                Of
              </th>
              <th scope="col" className="number">
                Share
              </th>
              <th scope="col">What it does to the figures</th>
              <th scope="col">What to do</th>
              <th scope="col">Where to look</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ check, odd, of, examples }) => (
              <tr key={check.name}>
                <th scope="row">
                  {check.name}
                  <span className="hint">{check.meaning}</span>
                </th>
                {of === 0 ? (
                  <td colSpan={3}>Not recorded, so not checked</td>
                ) : (
                  <>
                    <td className="number">
                      <CellText cell={count(odd)} kind="count" />
                    </td>
                    <td className="number">
                      <CellText cell={count(of)} kind="count" />
                    </td>
                    <td className="number">
                      <CellText cell={rate(odd, of)} kind="rate" />
                    </td>
                  </>
                )}
                <td>{check.effect}</td>
                <td>{check.advice}</td>
                <td className="problem-places">{places(examples)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
