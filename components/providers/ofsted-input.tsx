import { type ChangeEvent, useId } from 'react';
import { number } from '@/lib/measure/words';
import type { Matched } from '@/lib/provider/match';
import { addOfsted, forgetOfsted, type OfstedState } from './ofsted-store';

interface Props {
  readonly state: OfstedState;
  /** The list beside the providers shown; null without a list. */
  readonly matched: Matched | null;
}

const most = 50;

function choose({ target }: ChangeEvent<HTMLInputElement>): void {
  const [file] = target.files ?? [];
  if (file) void addOfsted(file);
  // The same file chosen again is read again.
  target.value = '';
}

function Outcome({ state, matched }: Props) {
  if (state.kind === 'reading') return <p>Reading {state.name}…</p>;
  if (state.kind === 'refused') {
    return (
      <p className="ofsted-refused">
        <strong>{state.name} was not used.</strong> {state.message} {state.advice}
      </p>
    );
  }
  if (state.kind === 'none' || !matched) return null;
  const { entries } = state.list;
  return (
    <p>
      <strong>{state.name}:</strong> {number(entries.size)} {entries.size === 1 ? 'provider' : 'providers'} read. It
      names {number(matched.matched)} of the {number(matched.of)} providers shown (
      {matched.of === 0 ? 'none shown' : `${Math.round((100 * matched.matched) / matched.of)}%`}), matched by URN. Where
      Ofsted withholds a name, the table says so.
    </p>
  );
}

/** Rows of the list that could not be used, each with its reason. */
function Problems({ state }: Pick<Props, 'state'>) {
  if (state.kind !== 'list' || state.list.problems.length === 0) return null;
  const { problems } = state.list;
  return (
    <details className="details">
      <summary>
        {number(problems.length)} {problems.length === 1 ? 'row was' : 'rows were'} not used
      </summary>
      <ul className="ofsted-problems">
        {problems.slice(0, most).map(({ sheet, row, value, reason }) => (
          <li key={`${sheet} ${row}`}>
            {sheet}, row {row}: {reason}
            {value === '' ? '' : ` (“${value.slice(0, 40)}”)`}
          </li>
        ))}
        {problems.length > most && <li>and {number(problems.length - most)} more</li>}
      </ul>
    </details>
  );
}

/** Names, sectors, places and grades from a list the user has; read here, kept nowhere. */
export function OfstedInput({ state, matched }: Props) {
  const id = useId();
  return (
    <section className="ofsted" aria-label="Ofsted list">
      <div className="ofsted-choose">
        <label htmlFor={id}>
          {state.kind === 'list' ? 'Use another Ofsted list' : 'Add Ofsted list'}
          <span className="ofsted-hint"> CSV, Excel or OpenDocument; read in this browser, forgotten on reload</span>
        </label>
        <input id={id} type="file" accept=".csv,.txt,.xlsx,.xlsm,.ods" onChange={choose} />
        {state.kind !== 'none' && state.kind !== 'reading' && (
          <button type="button" className="plain-button" onClick={forgetOfsted}>
            Forget it
          </button>
        )}
      </div>
      <div role="status">
        <Outcome state={state} matched={matched} />
      </div>
      <Problems state={state} />
    </section>
  );
}
