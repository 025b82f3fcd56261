'use client';
import { type PackSectionId, packSections } from '@/lib/pack/request';
import { chipsOf, type ViewPatch } from '@/lib/view/chips';
import { placeWords } from '@/lib/view/describe';
import { periodLabel } from '@/lib/view/period';
import { financialYearsIn, monthsIn, presetPeriods, quartersIn } from '@/lib/view/period-options';
import { parsePeriod, writePeriod } from '@/lib/view/period-text';
import { authorityName, regionName } from '@/lib/view/place';
import { saidMonths } from '@/lib/view/said-months';
import { defaultView, type Period, type View } from '@/lib/view/view';
import { CheckboxList } from '../filter/choice-list';
import { CompareFilter } from '../filter/compare-filter';
import type { FilterOptions } from '../filter/options';
import { SelectField } from '../filter/select-field';

interface Props {
  readonly view: View;
  readonly options: FilterOptions;
  readonly sections: readonly PackSectionId[];
  readonly onView: (patch: ViewPatch) => void;
  readonly onSections: (sections: readonly PackSectionId[]) => void;
}

function placeValue({ authorities, regions }: View): string {
  if (authorities.length === 1 && regions.length === 0) return authorities[0] ?? '';
  if (regions.length === 1 && authorities.length === 0) return regions[0] ?? '';
  return authorities.length + regions.length === 0 ? '' : 'several';
}

function PlaceChoice({ view, options, onView }: Pick<Props, 'view' | 'options' | 'onView'>) {
  const value = placeValue(view);
  const named = options.authorities.map((code) => ({ code, name: authorityName(code) }));
  const choose = (code: string) => {
    if (code === 'several') return;
    const region = options.regions.includes(code);
    onView({ authorities: code === '' || region ? [] : [code], regions: region ? [code] : [] });
  };
  return (
    <SelectField id="pack-place" label="Authority or region" value={value} onChange={choose}>
      <option value="">The whole pool</option>
      {value === 'several' && <option value="several">{placeWords(view)}</option>}
      {options.regions.length > 0 && (
        <optgroup label="Region">
          {options.regions.map((code) => (
            <option key={code} value={code}>
              {regionName(code)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label="Authority">
        {named
          .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </optgroup>
    </SelectField>
  );
}

const latest = presetPeriods.filter(({ kind }) => kind === 'latest');
const textOf = (period: Period) => writePeriod(period) ?? 'all';

function PeriodChoice({ view, options, onView }: Pick<Props, 'view' | 'options' | 'onView'>) {
  const pool = options.months;
  if (pool === null) return null;
  const said = (period: Period) => periodLabel(period, saidMonths({ ...view, period }, options.byDate));
  const months = [...monthsIn(pool)].reverse().map(({ value, label }) => {
    const period: Period = { kind: 'months', from: value, to: value };
    return { period, label };
  });
  const groups = [
    {
      label: 'Moves on with each return',
      options: latest.map((period) => ({ period, label: said(period) })),
    },
    { label: 'Month', options: months },
    { label: 'Quarter', options: quartersIn(pool) },
    { label: 'Financial year', options: financialYearsIn(pool) },
  ];
  const chosen = textOf(view.period);
  const listed = groups.some((group) => group.options.some(({ period }) => textOf(period) === chosen));
  const choose = (text: string) => {
    const period = parsePeriod(text);
    if (period !== null) onView({ period });
  };
  return (
    <SelectField id="pack-period" label="Month, quarter or year" value={chosen} onChange={choose}>
      {!listed && <option value={chosen}>{said(view.period)}</option>}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(({ period, label }) => (
            <option key={textOf(period)} value={textOf(period)}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

/** Filters set on other screens hold here too, and are said: a pack must not be narrower than its reader thinks. */
function OtherFilters({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  const { authorities, regions, period, compare } = defaultView;
  const others = chipsOf({ ...view, authorities, regions, period });
  if (others.length === 0) return null;
  const { authorities: keptAuthorities, regions: keptRegions, period: keptPeriod } = view;
  const plain = { ...defaultView, authorities: keptAuthorities, regions: keptRegions, period: keptPeriod };
  return (
    <p className="pack-others">
      Also filtered by {others.map(({ label }) => label).join(', ')}.{' '}
      <button
        type="button"
        className="plain-button"
        onClick={() => onView({ ...plain, compare: view.compare ?? compare })}
      >
        Remove these filters
      </button>
    </p>
  );
}

/** What the pack holds. Every choice is in the address, so that the same link makes next month's. */
export function PackChoices(props: Props) {
  const { view, options, sections, onView, onSections } = props;
  return (
    <form className="pack-choices" aria-label="What the pack holds" onSubmit={(event) => event.preventDefault()}>
      <div className="pack-fields">
        <PlaceChoice {...props} />
        <PeriodChoice {...props} />
        <CompareFilter view={view} options={options} onChange={onView} />
      </div>
      <CheckboxList
        name="pack-sections"
        legend="Sections"
        choices={packSections.map(({ id, title }) => ({ value: id, label: title }))}
        chosen={sections}
        onChange={onSections}
        columns
      />
      <OtherFilters view={view} onView={onView} />
    </form>
  );
}
