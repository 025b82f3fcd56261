import type { FigureState } from '@/lib/measure/run';

interface Props {
  /** Figures whose sentences answer the page’s question, in the order to read them. */
  readonly ids: readonly string[];
  readonly figures: Readonly<Record<string, FigureState>>;
  readonly stale: boolean;
}

/** What a long page says, in the sentences of its own figures, each a press from its evidence. */
export function InShort({ ids, figures, stale }: Props) {
  const said = ids.flatMap((id) => {
    const worked = figures[id];
    return worked?.state === 'ready' ? [{ id, words: worked.figure.headline }] : [];
  });
  // Its room is kept while the first figures come, so that nothing below moves.
  if (ids.length > 0 && Object.keys(figures).length === 0) return <div className="in-short in-short-wait" />;
  if (said.length === 0) return null;
  return (
    <section
      className={ids.length > 2 ? 'in-short' : 'in-short in-short-brief'}
      aria-label="In short"
      aria-busy={stale}
    >
      <h2 className="in-short-title">In short</h2>
      <ul>
        {said.map(({ id, words }) => (
          <li key={id}>
            <a href={`#figure-${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
