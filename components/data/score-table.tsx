'use client';
import { percent } from '@/lib/figure/format';
import { quarterName } from '@/lib/pool/quarter';
import { type AuthorityScore, readScores, scoreWords } from '@/lib/quality/score';
import { usePool } from '@/lib/session/use-pool';
import { useReading } from '@/lib/session/use-reading';
import { CellText } from '../table/cell';
import { useShown } from './use-shown';
import { Waiting } from './waiting';
import { listed } from './words';

const latest = 4;

function headline(scores: readonly AuthorityScore[], nameOf: (code: string | null) => string): string {
  const cells = scores.reduce((sum, one) => sum + one.placements + one.setAside, 0);
  const whole = scores.reduce((sum, one) => sum + one.score * (one.placements + one.setAside), 0) / cells;
  const worst = [...scores].sort((a, b) => a.score - b.score).slice(0, 3);
  return `${percent(whole)} of required cells are recorded, valid and plausible${scores.length > 3 ? `; fewest in ${listed(worst.map(({ code }) => nameOf(code)))}` : ''}`;
}

/** Points between the last two quarters of an authority, in words; nothing where either rests on few placements. */
function change({ quarters }: AuthorityScore): string {
  const [before, now] = quarters.slice(-2);
  if (!before || !now || before.n < 10 || now.n < 10) return '';
  const points = Math.round(now.score * 100) - Math.round(before.score * 100);
  if (points === 0) return 'no change';
  return `${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points > 0 ? 'better' : 'worse'}`;
}

/** One row an authority: score, what it rests on, and where it is going. */
export function ScoreTable() {
  const { facts } = usePool();
  const { value: scores, stale, failure } = useReading('scores', readScores);
  const { count, share } = useShown();
  if (!scores) return <Waiting failure={failure} />;
  const nameOf = (code: string | null) =>
    code === null ? 'Authority not known' : (facts?.authorities.find((one) => one.code === code)?.name ?? code);
  const quarters = [...new Set(scores.flatMap((one) => one.quarters.map(({ quarter }) => quarter)))]
    .sort((a, b) => a - b)
    .slice(-latest);
  return (
    <div data-stale={stale}>
      <p className="lead-sentence">{headline(scores, nameOf)}.</p>
      <p className="hint">{scoreWords}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Score by authority">
        <table className="figure-table">
          <caption className="visually-hidden">Score by authority, with its latest quarters</caption>
          <thead>
            <tr>
              <th scope="col">Authority</th>
              <th scope="col" className="number">
                Score
              </th>
              <th scope="col" className="number">
                Recorded at all
              </th>
              <th scope="col" className="number">
                Placements
              </th>
              <th scope="col" className="number">
                Rows set aside
              </th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col" className="number">
                  {quarterName(quarter)}
                </th>
              ))}
              <th scope="col">Last quarter</th>
            </tr>
          </thead>
          <tbody>
            {[...scores]
              .sort((a, b) => nameOf(a.code).localeCompare(nameOf(b.code)))
              .map((one) => {
                const rows = one.placements + one.setAside;
                return (
                  <tr key={one.code}>
                    <th scope="row">{nameOf(one.code)}</th>
                    <td className="number">
                      <strong>
                        <CellText cell={share(one.score * rows, rows)} kind="rate" />
                      </strong>
                    </td>
                    <td className="number">
                      <CellText cell={share(one.recorded * rows, rows)} kind="rate" />
                    </td>
                    <td className="number">
                      <CellText cell={count(one.placements)} kind="count" />
                    </td>
                    <td className="number">
                      <CellText cell={count(one.setAside)} kind="count" />
                    </td>
                    {quarters.map((quarter) => {
                      const found = one.quarters.find((item) => item.quarter === quarter);
                      const cell = found ? share(found.score * found.n, found.n) : 'none';
                      return (
                        <td key={quarter} className="number">
                          <CellText cell={cell} kind="rate" />
                        </td>
                      );
                    })}
                    <td>{change(one)}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
