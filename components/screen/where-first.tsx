'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { Figure } from '@/lib/figure/figure';
import { costDrivers } from '@/lib/measure/cost/driver/cost-drivers';
import { costDriversByAuthority, notFoundMost } from '@/lib/measure/cost/driver/cost-drivers-by-la';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { likeForLikeTypes } from '@/lib/measure/cost/standard/like-for-like-types';
import type { Measure } from '@/lib/measure/measure';
import { useFigures } from '@/lib/session/use-figures';
import { useShownView } from '@/lib/session/use-shown-view';
import { useView } from '@/lib/view/use-view';

/** Milliseconds the page has been at rest: another change of filter comes before what is further away. */
const rest = 800;

/** Of what drove the change, the cause a commissioner can do most about: whether the home asked for was found. */
function homesNotFound({ table, sentences = [], headline, caveats }: Figure): string {
  const at = table.rows.findIndex(({ driver }) => driver === 'displacement');
  const said = sentences.length === table.rows.length ? sentences[at] : undefined;
  const periods = caveats.find((caveat) => caveat.startsWith('Compared: '));
  return said ? [`${said}.`, periods].join(' ') : headline;
}

/** Where that was most; nothing where it is not said. */
function notFoundWhere({ sentences = [] }: Figure): string {
  const said = sentences.find((sentence) => sentence.startsWith(notFoundMost));
  return said ? `${said}.` : '';
}

interface Lead {
  readonly about: string;
  readonly measure: Measure;
  readonly path: string;
  readonly say: (figure: Figure) => string;
  /** Said after it, from a further figure. */
  readonly further?: { readonly measure: Measure; readonly say: (figure: Figure) => string };
}

const leads: readonly Lead[] = [
  {
    about: 'Finding the homes asked for',
    measure: costDrivers,
    path: '/cost/drivers/',
    say: homesNotFound,
    further: { measure: costDriversByAuthority, say: notFoundWhere },
  },
  {
    about: 'Reviewing what is paid',
    measure: likeForLikeTypes,
    path: '/cost/like-for-like/',
    say: ({ headline }) => headline,
  },
  {
    about: 'Talking to providers',
    measure: likeForLikeProviders,
    path: '/cost/like-for-like/',
    say: ({ headline }) => headline,
  },
];
const measures = leads.flatMap(({ measure, further }) => (further ? [measure, further.measure] : [measure]));

/** What the sister pages say of where the money is, worked out once the page itself is at rest. */
export function WhereFirst({ stale }: { readonly stale: boolean }) {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (stale) {
      setRested(false);
      return undefined;
    }
    const timer = setTimeout(() => setRested(true), rest);
    return () => clearTimeout(timer);
  }, [stale]);
  return (
    <section className="in-short where-first" aria-label="Where to look first">
      <h2 className="in-short-title">Where to look first</h2>
      {rested && !stale ? <Leads /> : <p className="where-first-wait">Working it out…</p>}
      <p className="where-first-note">
        Weekly fees of placements newly agreed, those that have ended too. One placement can be in all three: do not add
        them up.
      </p>
    </section>
  );
}

/** Given up as soon as it leaves the page. */
function Leads() {
  const { view } = useShownView();
  const { link } = useView();
  const { figures, stale, failure } = useFigures(measures, view);
  const saidOf = (measure: Measure, say: Lead['say']): string => {
    const worked = figures[measure.id];
    return worked?.state === 'ready' && !stale ? say(worked.figure) : '';
  };
  const found = leads.flatMap(({ about, measure, path, say, further }) => {
    const words = [saidOf(measure, say), further ? saidOf(further.measure, further.say) : ''].filter(Boolean).join(' ');
    return words === '' ? [] : [{ id: measure.id, about, path, words }];
  });
  if (failure)
    return <p role="alert">This could not be worked out: see “Like for like” and “What drove the change”.</p>;
  if (stale || Object.keys(figures).length === 0) return <p className="where-first-wait">Working it out…</p>;
  if (found.length === 0) return <p>There are too few placements here to say.</p>;
  return (
    <ol>
      {found.map(({ id, about, path, words }) => (
        <li key={id}>
          <strong>{about}.</strong>{' '}
          <Link href={`${path}${link()}#figure-${id}`} prefetch={false}>
            {words}
          </Link>
        </li>
      ))}
    </ol>
  );
}
