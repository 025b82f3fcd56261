'use client';
import { useCallback, useState } from 'react';
import type { Cell } from '@/lib/figure/figure';
import { chipsOf } from '@/lib/view/chips';
import { securedChoices, soughtChoices } from '@/lib/view/choices';
import { otherDescriptions } from '@/lib/view/describe';
import { periodName } from '@/lib/view/period';
import { authorityName, regionName } from '@/lib/view/place';
import type { View } from '@/lib/view/view';
import { AuthorityFilter } from './authority-filter';
import { FilterChips } from './chips';
import { CheckboxList } from './choice-list';
import { CompareFilter } from './compare-filter';
import { FilterCount } from './count';
import { FilterDisclosure } from './disclosure';
import { MoreFilter } from './more-filter';
import { NeedsFilter } from './needs-filter';
import type { FilterProps } from './options';
import { PeriodFilter } from './period-filter';

interface Props extends FilterProps {
  /** Placements in the view and in the pool, as the mode allows them to be shown; null until known. */
  readonly kept: Cell | null;
  readonly total: Cell;
  readonly updating?: boolean;
  readonly onReset: () => void;
}

/** The one filter panel of every screen. Choices take effect at once; only which panel is open is kept here. */
export function FilterBar({ kept, total, updating = false, onReset, ...props }: Props) {
  const { view, options, onChange } = props;
  const [opened, setOpened] = useState('');
  const [unfolded, setUnfolded] = useState(false);
  const toggle = useCallback(
    (id: string, open: boolean) => setOpened((now) => (open ? id : now === id ? '' : now)),
    [],
  );
  const panels = panelsOf(props);
  const chips = chipsOf(view);
  return (
    <section className="filter-bar" aria-label="Filters">
      <button
        type="button"
        className="filter-button filter-unfold"
        aria-expanded={unfolded}
        aria-controls="filter-controls"
        onClick={() => setUnfolded(!unfolded)}
      >
        Filters{chips.length > 0 && ` (${chips.length})`}
        <span className="filter-arrow" aria-hidden="true" />
      </button>
      <div className="filter-controls" id="filter-controls" data-unfolded={unfolded}>
        {panels.map(({ id, label, summary, end, panel }) => (
          <Panel key={id} id={id} label={label} summary={summary} end={end} open={opened === id} onToggle={toggle}>
            {panel}
          </Panel>
        ))}
        <CompareFilter view={view} options={options} onChange={onChange} />
      </div>
      <div className="filter-state">
        <FilterChips chips={chips} onChange={onChange} onReset={onReset} />
        <FilterCount kept={kept} total={total} filtered={chips.length > 0} updating={updating} />
      </div>
    </section>
  );
}

interface PanelProps extends Omit<Parameters<typeof FilterDisclosure>[0], 'onToggle'> {
  readonly onToggle: (id: string, open: boolean) => void;
}

function Panel({ onToggle, ...rest }: PanelProps) {
  const { id } = rest;
  const toggle = useCallback((open: boolean) => onToggle(id, open), [id, onToggle]);
  return <FilterDisclosure {...rest} onToggle={toggle} />;
}

function panelsOf(props: FilterProps) {
  const { view, options, onChange } = props;
  return [
    {
      id: 'filter-authority',
      label: 'Authority',
      summary: placeSummary(view),
      end: false,
      panel: <AuthorityFilter {...props} />,
    },
    {
      id: 'filter-period',
      label: 'Period',
      summary: view.period.kind === 'all' ? 'all' : lowerFirst(periodName(view.period)),
      end: false,
      panel: <PeriodFilter {...props} />,
    },
    {
      id: 'filter-sought',
      label: 'Sought',
      summary: some(view.sought.length),
      end: false,
      panel: (
        <CheckboxList
          name="filter-sought"
          legend="Type sought"
          choices={soughtChoices}
          counts={options.counts?.sought}
          chosen={view.sought}
          onChange={(sought) => onChange({ sought })}
        />
      ),
    },
    {
      id: 'filter-secured',
      label: 'Secured',
      summary: some(view.secured.length),
      end: false,
      panel: (
        <CheckboxList
          name="filter-secured"
          legend="Type secured"
          choices={securedChoices}
          counts={options.counts?.secured}
          chosen={view.secured}
          onChange={(secured) => onChange({ secured })}
        />
      ),
    },
    {
      id: 'filter-need',
      label: 'Needs and risks',
      summary: some(view.needs.length),
      end: true,
      panel: <NeedsFilter {...props} />,
    },
    {
      id: 'filter-more',
      label: 'More',
      summary: some(otherDescriptions(view).length),
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
