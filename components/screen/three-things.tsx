'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { costDrivers } from '@/lib/measure/cost/driver/cost-drivers';
import { costDriversByAuthority } from '@/lib/measure/cost/driver/cost-drivers-by-la';
import { homesLead, type Lead, providersLead, reviewLead } from '@/lib/measure/cost/leads';
import { likeForLikeProviders } from '@/lib/measure/cost/standard/like-for-like-providers';
import { likeForLikeTypes } from '@/lib/measure/cost/standard/like-for-like-types';
import { displacement } from '@/lib/measure/needs/displacement';
import { useFigures } from '@/lib/session/use-figures';
import { useShownView } from '@/lib/session/use-shown-view';
import { useView } from '@/lib/view/use-view';
import type { Period, View } from '@/lib/view/view';
import { useOfsted } from '../providers/ofsted-store';
import { useProviderName } from '../providers/use-provider-name';

/** Milliseconds the page has been at rest: another change of filter comes before what is further away. */
const rest = 800;

const measures = [costDrivers, costDriversByAuthority, displacement, likeForLikeTypes, likeForLikeProviders];

/** What drove the change looks at a year where no period is chosen: so do the other two, or their amounts could not be compared. */
const year: Period = { kind: 'last', months: 12 };
const periodOf = ({ period }: View): Period => (period.kind === 'all' ? year : period);

/** What the sister pages say of where the money is, worked out once the page itself is at rest. */
export function ThreeThings({ stale }: { readonly stale: boolean }) {
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
    <section className="in-short three-things" aria-label="Three things to do first">
      <h2 className="in-short-title">Three things to do first</h2>
      {rested && !stale ? <Leads /> : <p className="three-things-wait">Working it out…</p>}
    </section>
  );
}

interface Shown extends Lead {
  readonly id: string;
  readonly path: string;
  readonly link: string;
}

/** Given up as soon as it leaves the page. */
function Leads() {
  const { view } = useShownView();
  const period = periodOf(view);
  const { link } = useView();
  const nameOf = useProviderName();
  const named = useOfsted().kind === 'list';
  const { figures, stale, failure } = useFigures(measures, { ...view, period });
  if (failure)
    return <p role="alert">This could not be worked out: see “Like for like” and “What drove the change”.</p>;
  if (stale || Object.keys(figures).length === 0) return <p className="three-things-wait">Working it out…</p>;
  const ready = (id: string) => {
    const worked = figures[id];
    return worked?.state === 'ready' ? worked.figure : null;
  };
  const [drivers, byAuthority, displaced, types, providers] = measures.map(({ id }) => ready(id));
  const homes = drivers && byAuthority && displaced ? homesLead(drivers, byAuthority, displaced) : null;
  const shown: readonly Shown[] = [
    ...(homes ? [{ ...homes, id: costDrivers.id, path: '/cost/drivers/', link: 'What drove the change' }] : []),
    ...(types
      ? [
          {
            ...reviewLead(types),
            id: likeForLikeTypes.id,
            path: '/cost/like-for-like/',
            link: 'Authorities like for like',
          },
        ]
      : []),
    ...(providers
      ? [
          {
            ...providersLead(providers, nameOf),
            id: likeForLikeProviders.id,
            path: '/cost/like-for-like/',
            link: 'Providers like for like',
          },
        ]
      : []),
  ];
  if (shown.length === 0) return <p>There are too few placements here to say.</p>;
  const compared = drivers?.caveats.find((caveat) => caveat.startsWith('Compared: '));
  return (
    <>
      <ol>
        {shown.map(({ id, act, because, path, link: words }) => (
          <li key={id}>
            <strong>{act}</strong> {because}{' '}
            <Link href={`${path}${link({ period })}#figure-${id}`} prefetch={false}>
              {words}
            </Link>
          </li>
        ))}
      </ol>
      {providers && !named ? (
        <p className="three-things-note">
          For names instead of URNs, add Ofsted’s list on{' '}
          <Link href={`/providers/${link()}`} prefetch={false}>
            Providers
          </Link>
          .
        </p>
      ) : null}
      <p className="three-things-note">
        {compared} Weekly fees of placements newly agreed then, those that have ended too. One placement can be in all
        three: do not add them up. Where to start looking, not a verdict: needs, contracts and quality differ beyond
        what is recorded.
      </p>
    </>
  );
}
