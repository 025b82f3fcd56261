import type { Episode } from './ssda903-file';

/** A placement of the pool, as the link sees it. */
export interface Placement {
  readonly rowId: number;
  readonly child: string;
  /** placementDate as days since 1970-01-01. */
  readonly day: number;
}

export interface Link {
  readonly placement: Placement;
  readonly episode: Episode;
  /** Days from one date to the other. */
  readonly days: number;
}

export interface Links {
  readonly links: readonly Link[];
  /** Two different journeys start equally near: neither is chosen. */
  readonly ambiguous: readonly Placement[];
  /** Its nearest episode is nearer to another placement of the same child. */
  readonly contested: readonly Placement[];
  /** The child has episodes, none within the window. */
  readonly outside: readonly Placement[];
  /** The child is not in the return. */
  readonly strangers: readonly Placement[];
}

/** Days either way between an episode's start and a placement's date. */
export const defaultWindow = 14;

type Choice = { readonly kind: 'link'; readonly link: Link } | { readonly kind: 'ambiguous' | 'outside' | 'strangers' };

function grouped<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function journey(episode: Episode): string {
  return [episode.home, episode.placement, episode.miles ?? ''].join('|').toUpperCase().replaceAll(' ', '');
}

function choose(placement: Placement, episodes: readonly Episode[] | undefined, window: number): Choice {
  if (!episodes) return { kind: 'strangers' };
  const near = episodes
    .map((episode) => ({ placement, episode, days: Math.abs(episode.start - placement.day) }))
    .filter((one) => one.days <= window)
    .sort((a, b) => a.days - b.days);
  const [first] = near;
  if (!first) return { kind: 'outside' };
  const rivals = near.filter((one) => one.days === first.days);
  const journeys = new Set(rivals.map((one) => journey(one.episode)));
  return journeys.size > 1 ? { kind: 'ambiguous' } : { kind: 'link', link: first };
}

/** Links placements of one authority to the episode of the same child that starts nearest, within the window. Pure. */
export function linkEpisodes(
  placements: readonly Placement[],
  episodes: readonly Episode[],
  window = defaultWindow,
): Links {
  const byChild = grouped(episodes, (one) => one.child);
  const chosen = placements.map((placement) => ({
    placement,
    choice: choose(placement, byChild.get(placement.child), window),
  }));
  const of = (kind: Choice['kind']) => chosen.filter((one) => one.choice.kind === kind).map((one) => one.placement);
  const candidates = chosen.flatMap(({ choice }) => (choice.kind === 'link' ? [choice.link] : []));
  const { links, contested } = unshared(candidates);
  return { links, contested, ambiguous: of('ambiguous'), outside: of('outside'), strangers: of('strangers') };
}

/** An episode belongs to the one placement nearest to it; equally near ones all lose it. */
function unshared(candidates: readonly Link[]): { links: Link[]; contested: Placement[] } {
  const claims = new Map<Episode, Link[]>();
  for (const link of candidates) claims.set(link.episode, [...(claims.get(link.episode) ?? []), link]);
  const links: Link[] = [];
  const contested: Placement[] = [];
  for (const claimants of claims.values()) {
    const nearest = Math.min(...claimants.map((one) => one.days));
    const winners = claimants.filter((one) => one.days === nearest);
    for (const one of claimants) {
      if (winners.length === 1 && one === winners[0]) links.push(one);
      else contested.push(one.placement);
    }
  }
  return { links, contested };
}
