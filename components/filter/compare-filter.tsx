import { type MonthRange, rangeLabel } from '@/lib/view/month';
import { comparedRanges } from '@/lib/view/period';
import { authorityName } from '@/lib/view/place';
import { type MonthsByDate, saidMonths } from '@/lib/view/said-months';
import type { Compare, View } from '@/lib/view/view';
import type { FilterOptions, FilterProps } from './options';
import { SelectField } from './select-field';

/** What the view is set against: time, the rest of the pool, or one other authority. */
export function CompareFilter({ view, options, onChange }: FilterProps) {
  const others = options.authorities.filter((code) => view.authorities.length !== 1 || code !== view.authorities[0]);
  const narrowed = view.authorities.length + view.regions.length > 0;
  const { compare } = view;
  return (
    <SelectField
      id="filter-compare"
      label="Compare with"
      value={compare.kind === 'authority' ? compare.code : compare.kind}
      onChange={(value) => onChange({ compare: compareOf(value) })}
    >
      <option value="previous">{previousLabel(view, options)}</option>
      {(narrowed || compare.kind === 'rest') && <option value="rest">The rest of the pool</option>}
      <option value="none">Nothing</option>
      {others.length > 0 && (
        <optgroup label="One authority">
          {[...others]
            .sort((a, b) => authorityName(a).localeCompare(authorityName(b), 'en-GB'))
            .map((code) => (
              <option key={code} value={code}>
                {authorityName(code)}
              </option>
            ))}
        </optgroup>
      )}
    </SelectField>
  );
}

function previousLabel(view: View, { months, byDate }: FilterOptions): string {
  const ranges = comparedRanges(view.period, months);
  if (ranges === null) return 'The period before';
  const reaches = months !== null && ranges.before.to >= months.from;
  const words = beforeLabel(view, byDate, ranges.before);
  return reaches ? words : `${words} (not in this pool)`;
}

function beforeLabel(view: View, byDate: MonthsByDate, before: MonthRange): string {
  if (view.period.kind === 'all') return 'Last 12 months with the 12 before';
  // Months that are not the same for every figure are left to their subtitles.
  if (view.period.kind !== 'months' && saidMonths(view, byDate) === null) return 'The same length of time before';
  return rangeLabel(
    view.basis === 'auto' ? before : (comparedRanges(view.period, byDate[view.basis])?.before ?? before),
  );
}

function compareOf(value: string): Compare {
  if (value === 'previous' || value === 'rest' || value === 'none') return { kind: value };
  return { kind: 'authority', code: value };
}
