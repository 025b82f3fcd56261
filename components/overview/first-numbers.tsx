import { lede } from '@/lib/measure/overview/lede';
import type { FigureState } from '@/lib/measure/run';
import { StripNumber } from './strip-number';

interface Props {
  readonly figures: Readonly<Record<string, FigureState>>;
  /** Which figures, in order. */
  readonly ids: readonly string[];
}

/** A link to another view must not open on these numbers, and the page learns its link before it is first painted. */
const linked = "if(location.search.length>1)document.documentElement.setAttribute('data-linked','')";

/**
 * The numbers of the overview as the page is sent, worked out when the site was built: they stand before any script has
 * run, and give way to the live figures.
 */
export function FirstNumbers({ figures, ids }: Props) {
  return (
    <div className="first-numbers">
      <script dangerouslySetInnerHTML={{ __html: linked }} />
      <div className="filter-wait" />
      <p className="lede">{lede(figures).join(' ')}</p>
      <div className="strip">
        {ids.map((id) => {
          const state = figures[id];
          return state?.state === 'ready' ? (
            <section key={id} className="strip-item" aria-label={state.figure.title}>
              <h2 className="strip-name">{state.figure.title}</h2>
              <StripNumber figure={state.figure} />
            </section>
          ) : null;
        })}
      </div>
    </div>
  );
}
