'use client';
import { type Cell, isWithheld } from '@/lib/figure/figure';
import { readCoverage } from '@/lib/pool/coverage';
import { usePool } from '@/lib/session/use-pool';
import { useReading } from '@/lib/session/use-reading';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';
import { Waiting } from './waiting';
import { listed, scrollName } from './words';

function Complete({ cell }: { readonly cell: Cell }) {
  if (isWithheld(cell)) return null;
  return (
    <span className="coverage-share">
      <CellText cell={cell} kind="rate" />
    </span>
  );
}

/** Authority × quarter: how many placements and how complete; a quarter that nobody sent says so in words. */
export function CoverageMatrix() {
  const { facts } = usePool();
  const { value: coverage, stale, failure } = useReading('coverage', readCoverage);
  const { count, share } = useShown();
  if (!coverage || !facts) return <Waiting failure={failure} />;
  const { quarters, cells, stray, undated } = coverage;
  const nameOf = (code: string) => facts.authorities.find((one) => one.code === code)?.name ?? code;
  const found = new Map(cells.map((cell) => [`${cell.code} ${cell.quarter}`, cell]));
  const gaps = facts.authorities.filter(({ code }) => quarters.some(({ quarter }) => !found.has(`${code} ${quarter}`)));
  const scroll = scrollName(facts.authorities.length);
  return (
    <div data-stale={stale}>
      <p className="lead-sentence">
        {gaps.length === 0
          ? 'Every authority has placements in every quarter of the pool.'
          : `${gaps.length} of ${facts.authorities.length} ${facts.authorities.length === 1 ? 'authority' : 'authorities'} ${gaps.length === 1 ? 'has' : 'have'} no placements in some quarter: ${listed(gaps.map(({ name }) => name))}.`}{' '}
        {undated > 0 && (
          <>
            Placements with no date, in no quarter: <CellText cell={count(undated)} kind="count" />.{' '}
          </>
        )}
        {stray.length > 0 &&
          `Check the year of a few placements far from all others: ${listed(stray.map(({ code, label }) => `${nameOf(code)}, ${label}`))}.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={scroll} tabIndex={0} aria-label="Placements by authority and quarter">
        <table className="figure-table coverage">
          <caption className="visually-hidden">
            Placements by authority and quarter, and the share of required cells recorded
          </caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              {quarters.map(({ quarter, label }) => (
                <th key={quarter} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.authorities.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {quarters.map(({ quarter }) => {
                  const cell = found.get(`${code} ${quarter}`);
                  return cell ? (
                    <td key={quarter} className="number">
                      <CellText cell={count(cell.n)} kind="count" />
                      <Complete cell={share(cell.complete * cell.n, cell.n)} />
                    </td>
                  ) : (
                    <td key={quarter} className="number coverage-none">
                      none
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="hint">
        Above: placements. Below: the share of the cells the standard requires that are recorded. A placement is in the
        quarter of its placement date, else of its referral. Quarters are of financial years: Q1 is April to June.
      </p>
    </div>
  );
}
