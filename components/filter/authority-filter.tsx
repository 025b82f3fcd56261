'use client';
import { useState } from 'react';
import { authorityByCode } from '@/lib/place/authority';
import { authorityName, regionName } from '@/lib/view/place';
import type { View } from '@/lib/view/view';
import { CheckboxList } from './choice-list';
import { changing, type FilterProps } from './options';

/** Below this many, a list is quicker to read than to search. */
const searchable = 16;

/** The pool's authorities, and its regions where there are several. */
export function AuthorityFilter(props: FilterProps) {
  const { view, options } = props;
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const listed = options.authorities
    .map((code) => ({ value: code, label: authorityName(code) }))
    .filter(({ value }) => view.regions.length === 0 || view.regions.includes(authorityByCode(value)?.region ?? ''))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  return (
    <>
      {(options.regions.length > 1 || view.regions.length > 0) && (
        <CheckboxList
          name="filter-region"
          legend="Region"
          choices={options.regions.map((code) => ({ value: code, label: regionName(code) }))}
          counts={options.counts?.regions}
          chosen={view.regions}
          {...changing(props, (regions: View['regions']) => ({
            regions,
            authorities: withinRegions(view.authorities, regions),
          }))}
        />
      )}
      {options.authorities.length > searchable && (
        <div className="filter-field">
          <label htmlFor="filter-la-search">Find an authority</label>
          <input
            id="filter-la-search"
            className="filter-input"
            type="search"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      )}
      <CheckboxList
        name="filter-la"
        legend="Placing authority"
        choices={listed}
        counts={options.counts?.authorities}
        chosen={view.authorities}
        {...changing(props, (authorities: View['authorities']) => ({ authorities }))}
        columns={listed.length > 8}
      />
      {listed.length === 0 && <p className="filter-hint">No authority in this pool has that name.</p>}
    </>
  );
}

/** An authority outside the chosen regions would leave no placements at all. */
function withinRegions(authorities: readonly string[], regions: readonly string[]): readonly string[] {
  if (regions.length === 0) return authorities;
  return authorities.filter((code) => regions.includes(authorityByCode(code)?.region ?? ''));
}
