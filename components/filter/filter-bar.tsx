'use client';
import { useCallback, useRef, useState } from 'react';
import type { Cell } from '@/lib/figure/figure';
import { chipsOf } from '@/lib/view/chips';
import { FilterChips } from './chips';
import { CompareFilter } from './compare-filter';
import { useConsider } from './considering';
import { FilterCount } from './count';
import { FilterDisclosure } from './disclosure';
import type { FilterProps } from './options';
import { panelsOf } from './panels';
import { useStickyHeight } from './use-sticky-height';

interface Props extends Omit<FilterProps, 'onConsider'> {
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
  const bar = useRef<HTMLElement>(null);
  useStickyHeight(bar);
  const onConsider = useConsider();
  const panels = panelsOf({ ...props, onConsider });
  const chips = chipsOf(view);
  return (
    <section className="filter-bar" aria-label="Filters" ref={bar}>
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
        {panels.map(({ id, label, summary, set, end, panel }) => (
          <Panel
            key={id}
            id={id}
            label={label}
            summary={summary}
            set={set}
            end={end}
            open={opened === id}
            onToggle={toggle}
          >
            {panel}
          </Panel>
        ))}
        <CompareFilter view={view} options={options} onChange={onChange} />
      </div>
      <div className="filter-state">
        <FilterChips chips={chips} onChange={onChange} onConsider={onConsider} onReset={onReset} />
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
