import type { Origin } from '@/lib/pack/context';
import { today } from '@/lib/pack/day';
import { currentMode } from '@/lib/session/mode';
import { poolSession } from '@/lib/session/pool-session';
import { shownView } from '@/lib/session/shown-view';
import { parseView } from '@/lib/view/parse';
import { withPageChoices } from '@/lib/view/use-page-choice';
import { viewQuery } from '@/lib/view/write';

/**
 * Where the figures on this page are from, read from the link and the pool at the moment they leave it: sixty buttons on
 * a page need not follow every change of the view.
 */
export function originNow(): Origin {
  const pool = poolSession.snapshot();
  const view = shownView(parseView([...new URLSearchParams(location.search)]).view, currentMode());
  return {
    view,
    pool,
    fingerprint: pool.fingerprint,
    limits: poolSession.protection(),
    link: location.origin + location.pathname + withPageChoices(viewQuery(view, pool.fingerprint), location.search),
    written: today(new Date()),
  };
}
