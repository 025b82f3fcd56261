'use client';
import type { SourceFacts } from '@/lib/measure/context';
import type { SourceRow } from '@/lib/pool/sources';
import { usePool } from '@/lib/session/use-pool';
import { rangeName } from '@/lib/view/month';
import { CellText } from '../table/cell';
import { RemoveSource } from './remove-source';
import { SourceAuthority } from './source-authority';
import { SourceSettings } from './source-settings';
import { useShown } from './use-shown';
import { encodingWords, vocabularyWords } from './words';

const counts = [
  ['Placements', 'loaded'],
  ['Rows set aside', 'setAside'],
  ['Violations', 'violations'],
  ['Warnings', 'warnings'],
] as const;

function months({ from, to }: SourceRow): string {
  return from === null || to === null ? 'no dates' : rangeName({ from, to });
}

function Line({ source, facts }: { readonly source: SourceRow; readonly facts: SourceFacts | undefined }) {
  const { count } = useShown();
  return (
    <tr>
      <th scope="row" className="source-name">
        {source.name}
        <span className="hint">
          {source.template === 'Not recognised' ? 'no known form' : source.template} ·{' '}
          {vocabularyWords(source.vocabulary)} · {encodingWords(source.encoding)}
        </span>
      </th>
      <td>
        <SourceAuthority source={source} />
      </td>
      <td>{months(source)}</td>
      {counts.map(([label, key]) => (
        <td key={label} className="number">
          <CellText cell={count(source[key])} kind="count" />
        </td>
      ))}
      <td className="source-settings">
        <SourceSettings source={source} facts={facts} />
      </td>
      <td>
        <RemoveSource source={source} />
      </td>
    </tr>
  );
}

/** Every file of the pool: what it gave, how it is read, and how to change or remove it. */
export function SourceTable() {
  const { sources, facts } = usePool();
  if (sources.length === 0) return <p>Nothing is loaded. Add files above, or return to the sample.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Loaded files">
      <table className="figure-table source-table">
        <caption className="visually-hidden">Loaded files</caption>
        <thead>
          <tr>
            <th scope="col">File, its form and encoding</th>
            <th scope="col">Authority</th>
            <th scope="col">Months</th>
            {counts.map(([label]) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
            <th scope="col">How it is read</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Line
              key={source.sourceId}
              source={source}
              facts={facts?.sources.find(({ sourceId }) => sourceId === source.sourceId)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
