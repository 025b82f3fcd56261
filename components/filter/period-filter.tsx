import { monthIndex, monthText } from '@/lib/view/month';
import { periodLabel, resolvePeriod } from '@/lib/view/period';
import { financialYearsIn, monthsIn, type PeriodOption, presetPeriods, quartersIn } from '@/lib/view/period-options';
import { parsePeriod, writePeriod } from '@/lib/view/period-text';
import { saidMonths } from '@/lib/view/said-months';
import type { Period } from '@/lib/view/view';
import { RadioList } from './choice-list';
import { changing, type FilterProps } from './options';
import { SelectField } from './select-field';

/** A preset counted back from the pool's last month, or a financial year, a quarter or a run of months. */
export function PeriodFilter(props: FilterProps) {
  const { view, options, onChange } = props;
  const pool = options.months;
  if (pool === null) return <p className="filter-hint">This pool has no dates to choose a period from.</p>;
  const choose = (period: Period | null) => {
    if (period !== null) onChange({ period });
  };
  const range = resolvePeriod(view.period, pool) ?? pool;
  const own = view.period.kind === 'months' ? range : null;
  const months = monthsIn({
    from: Math.min(pool.from, own?.from ?? pool.from),
    to: Math.max(pool.to, own?.to ?? pool.to),
  });
  return (
    <div className="filter-sections">
      <RadioList
        name="filter-period"
        legend="Counted back from the latest month"
        choices={presetPeriods.map((period) => ({
          value: textOf(period),
          label: periodLabel(period, saidMonths({ ...view, period }, options.byDate)),
        }))}
        chosen={view.period.kind === 'months' ? null : textOf(view.period)}
        {...changing(props, (text: string) => ({ period: parsePeriod(text) ?? view.period }))}
      />
      <fieldset className="filter-group">
        <legend>Fixed</legend>
        <PeriodSelect
          label="Financial year"
          name="year"
          options={financialYearsIn(pool)}
          chosen={view.period}
          onChange={choose}
        />
        <PeriodSelect
          label="Quarter"
          name="quarter"
          options={quartersIn(pool)}
          chosen={view.period}
          onChange={choose}
        />
        <div className="filter-pair">
          <SelectField
            id="filter-period-from"
            label="From"
            value={monthText(range.from)}
            onChange={(from) => choose(fixed(from, monthText(Math.max(range.to, monthIndex(from) ?? 0))))}
          >
            {months.map(monthOption)}
          </SelectField>
          <SelectField
            id="filter-period-to"
            label="To"
            value={monthText(range.to)}
            onChange={(to) => choose(fixed(monthText(Math.min(range.from, monthIndex(to) ?? range.from)), to))}
          >
            {months.map(monthOption)}
          </SelectField>
        </div>
      </fieldset>
    </div>
  );
}

function monthOption({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

interface PeriodSelectProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly PeriodOption[];
  readonly chosen: Period;
  readonly onChange: (period: Period | null) => void;
}

function PeriodSelect({ label, name, options, chosen, onChange }: PeriodSelectProps) {
  const current = options.some(({ period }) => textOf(period) === textOf(chosen)) ? textOf(chosen) : '';
  return (
    <SelectField
      id={`filter-period-${name}`}
      label={label}
      value={current}
      onChange={(text) => onChange(text === '' ? { kind: 'all' } : parsePeriod(text))}
    >
      <option value="">Choose</option>
      {options.map(({ period, label: text }) => (
        <option key={text} value={textOf(period)}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}

function textOf(period: Period): string {
  return writePeriod(period) ?? 'all';
}

function fixed(from: string, to: string): Period {
  return { kind: 'months', from, to };
}
