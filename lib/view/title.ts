/** A view's name, for a page's `<title>` and a shared link: `Somerset · foster sought, residential secured · 2025-26`. */

import { chipsOf } from '@/lib/view/chips';
import { needChoices, securedChoices, soughtChoices } from '@/lib/view/choices';
import { labels, listed, placeWords } from '@/lib/view/describe';
import { periodName } from '@/lib/view/period';
import { defaultView, type View } from '@/lib/view/view';

const mostSaid = 2;

export function viewTitle(view: View): string {
  const sought = listed(labels(soughtChoices, view.sought).map(lowerFirst), 'or');
  const secured = listed(labels(securedChoices, view.secured).map(lowerFirst), 'or');
  const types = [sought && `${sought} sought`, secured && `${secured} secured`].filter((words) => words !== '');
  const parts = [placeWords(view), types.join(', '), needWords(view), otherWords(view), periodName(view.period)];
  return parts.filter((part) => part !== '').join(' · ');
}

function needWords(view: View): string {
  if (view.needs.length > mostSaid) return `${view.needsMatch} of ${view.needs.length} needs and risks`;
  return listed(labels(needChoices, view.needs).map(lowerFirst), view.needsMatch === 'all' ? 'and' : 'or');
}

function otherWords(view: View): string {
  const { authorities, regions, period, sought, secured, needs } = defaultView;
  const others = chipsOf({ ...view, authorities, regions, period, sought, secured, needs });
  if (others.length > mostSaid) return `${others.length} more filters`;
  return others.map(({ label }) => lowerFirst(label)).join(', ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
