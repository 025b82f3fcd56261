import type { ReactNode } from 'react';
import { securedChoices, soughtChoices } from '@/lib/view/choices';
import { otherDescriptions } from '@/lib/view/describe';
import { periodName } from '@/lib/view/period';
import { authorityName, regionName } from '@/lib/view/place';
import type { View } from '@/lib/view/view';
import { AuthorityFilter } from './authority-filter';
import { CheckboxList } from './choice-list';
import { MoreFilter } from './more-filter';
import { NeedsFilter } from './needs-filter';
import { changing, type FilterProps } from './options';
import { PeriodFilter } from './period-filter';

interface FilterPanel {
  readonly id: string;
  readonly label: string;
  /** What is chosen, in a few words. */
  readonly summary: string;
  readonly set: boolean;
  readonly end: boolean;
  readonly panel: ReactNode;
}

/** The panels of the bar, in order, each with what its button says. */
export function panelsOf(props: FilterProps): readonly FilterPanel[] {
  const { view, options } = props;
  return [
    {
      id: 'filter-authority',
      label: 'Authority',
      summary: placeSummary(view),
      set: view.regions.length + view.authorities.length > 0,
      end: false,
      panel: <AuthorityFilter {...props} />,
    },
    {
      id: 'filter-period',
      label: 'Period',
      summary: periodSummary(view),
      set: view.period.kind !== 'all',
      end: false,
      panel: <PeriodFilter {...props} />,
    },
    {
      id: 'filter-sought',
      label: 'Sought',
      summary: some(view.sought.length),
      set: view.sought.length > 0,
      end: false,
      panel: (
        <CheckboxList
          name="filter-sought"
          legend="Type sought"
          choices={soughtChoices}
          counts={options.counts?.sought}
          chosen={view.sought}
          {...changing(props, (sought: View['sought']) => ({ sought }))}
        />
      ),
    },
    {
      id: 'filter-secured',
      label: 'Secured',
      summary: some(view.secured.length),
      set: view.secured.length > 0,
      end: false,
      panel: (
        <CheckboxList
          name="filter-secured"
          legend="Type secured"
          choices={securedChoices}
          counts={options.counts?.secured}
          chosen={view.secured}
          {...changing(props, (secured: View['secured']) => ({ secured }))}
        />
      ),
    },
    {
      id: 'filter-need',
      label: 'Needs and risks',
      summary: some(view.needs.length),
      set: view.needs.length > 0,
      end: true,
      panel: <NeedsFilter {...props} />,
    },
    {
      id: 'filter-more',
      label: 'More',
      summary: some(otherDescriptions(view).length),
      set: otherDescriptions(view).length > 0,
      end: true,
      panel: <MoreFilter {...props} />,
    },
  ];
}

function placeSummary(view: View): string {
  const names = [...view.regions.map(regionName), ...view.authorities.map(authorityName)];
  return names.length === 1 ? (names[0] ?? '') : some(names.length);
}

function some(count: number): string {
  return count === 0 ? '' : `${count} chosen`;
}

/** `last 12 months` runs on from the button's label; months and years keep their capitals. */
function periodSummary({ period }: View): string {
  if (period.kind === 'all') return 'all';
  const name = periodName(period);
  return period.kind === 'months' ? name : name.toLowerCase();
}
