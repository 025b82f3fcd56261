import { setAsideReasons } from '@/lib/ingest/problem';
import { number } from '@/lib/measure/words';
import { authorityByCode } from '@/lib/place/authority';
import type { Arrival } from '@/lib/session/load';
import { poolSession } from '@/lib/session/pool-session';
import { HeadingQuestion } from './heading-question';
import { formWords, listed } from './words';

type Loaded = Extract<Arrival, { status: 'loaded' }>;

const from = { column: 'from a column', chosen: 'as you said', 'file name': 'from the file’s name' } as const;

function isReason(rule: string): rule is keyof typeof setAsideReasons {
  return rule in setAsideReasons;
}

/** Empty of a file without a row, which is nobody's. */
function whose({ authorities, authorityFrom }: Loaded): string {
  if (authorities.length === 0) return '';
  const names = authorities.slice(0, 3).map(({ code }) => authorityByCode(code)?.name ?? code);
  const more = authorities.length - names.length;
  return `${listed(more > 0 ? [...names, `${more} more`] : names)} (${from[authorityFrom]}). `;
}

/** A file that loaded: every row accounted for, how it was read, and what it is asked about. */
export function LoadedResult({ arrival }: { readonly arrival: Loaded }) {
  const { name, rowsIn, loaded, setAside, problems } = arrival;
  const reasons = problems.filter(({ severity }) => severity === 'set aside');
  const cells = (severity: string) =>
    problems.filter((one) => one.severity === severity).reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div className="arrival" data-status="loaded">
      <h3>
        {name}: <span className="arrival-status">loaded</span>
      </h3>
      <p>
        {number(rowsIn)} {rowsIn === 1 ? 'row' : 'rows'} in = {number(loaded)} loaded + {number(setAside)} set aside.{' '}
        {number(cells('violation'))} cells break the standard and {number(cells('warning'))} are to be checked.
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ rule, rows }) => (
            <li key={rule}>
              {number(rows)} set aside, {rule}: {isReason(rule) ? setAsideReasons[rule] : ''}
            </li>
          ))}
        </ul>
      )}
      {arrival.corrections.map(({ sourceId, name: earlier, rows, changed }) => (
        <p key={sourceId}>
          When added it replaced {number(rows)} {rows === 1 ? 'row' : 'rows'} of {earlier}
          {changed > 0 ? `, ${number(changed)} of which now say something else.` : ', which say the same.'}{' '}
          <a href="#overlapping-files">What changed, and which file is the later</a>
        </p>
      ))}
      <p className="hint">
        {whose(arrival)}Read as {formWords(arrival)}, headings in row {arrival.headerRow}.
        {arrival.unknown.length > 0 && ` Kept as columns of its own: ${arrival.unknown.join(', ')}.`}
      </p>
      {arrival.proposals.length > 0 && (
        <HeadingQuestion
          proposals={arrival.proposals}
          file={arrival.file}
          onAnswer={(file) => void poolSession.replaceSource(arrival.sourceId, file)}
        />
      )}
    </div>
  );
}
