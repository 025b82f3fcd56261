import { nearestAllowed } from '@/lib/disclosure/period';
import type { Mode } from '@/lib/measure/protection';
import type { View } from '@/lib/view/view';

/** The view as it may be shown: the sharing view has fixed periods only, so that no two views differ by a month cut to a child. */
export function shownView(view: View, mode: Mode): View {
  const period = mode === 'sharing' ? nearestAllowed(view.period) : view.period;
  return period === view.period ? view : { ...view, period };
}
