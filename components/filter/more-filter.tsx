import {
  bandChoices,
  basisChoices,
  type Choice,
  distanceChoices,
  localityChoices,
  noticeChoices,
  preferredChoices,
  siblingChoices,
} from '@/lib/view/choices';
import type { View } from '@/lib/view/view';
import { BespokeFilter } from './bespoke-filter';
import { CheckboxList, RadioList } from './choice-list';
import { CutsFilter } from './cuts-filter';
import { changing, type FilterProps } from './options';

/** The filters asked for less often, in one panel. */
export function MoreFilter(props: FilterProps) {
  const { view, options, onChange } = props;
  const counts = options.counts;
  return (
    <div className="filter-sections">
      <CheckboxList
        name="filter-notice"
        legend="Needed by"
        choices={noticeChoices}
        counts={counts?.notice}
        chosen={view.notice}
        {...changing(props, (notice: View['notice']) => ({ notice }))}
      />
      <OneOrAny
        name="filter-siblings"
        legend="Siblings"
        choices={siblingChoices}
        chosen={view.siblingGroup}
        {...changing(props, (siblingGroup: View['siblingGroup']) => ({ siblingGroup }))}
      />
      <OneOrAny
        name="filter-preferred"
        legend="Location"
        choices={preferredChoices}
        chosen={view.locationPreferred}
        {...changing(props, (locationPreferred: View['locationPreferred']) => ({ locationPreferred }))}
      />
      <OneOrAny
        name="filter-locality"
        legend="Placed"
        choices={localityChoices}
        chosen={view.locality}
        {...changing(props, (locality: View['locality']) => ({ locality }))}
      />
      <div>
        <CheckboxList
          name="filter-band"
          legend="Band of need"
          choices={bandChoices}
          counts={counts?.band}
          chosen={view.band}
          {...changing(props, (band: View['band']) => ({ band }))}
        />
        <CutsFilter cuts={view.cuts} onChange={(cuts) => onChange({ cuts })} />
      </div>
      <CheckboxList
        name="filter-distance"
        legend="Distance from home"
        choices={distanceChoices}
        counts={counts?.distance}
        chosen={view.distance}
        {...changing(props, (distance: View['distance']) => ({ distance }))}
      />
      <RadioList
        name="filter-basis"
        legend="Months counted by"
        hint="Each figure’s own date: demand by referral; cost, supply and distance by placement."
        choices={[{ value: 'auto', label: 'Each figure’s own date' }, ...basisChoices]}
        chosen={view.basis}
        {...changing(props, (basis: View['basis']) => ({ basis }))}
      />
      <BespokeFilter {...props} />
    </div>
  );
}

interface OneOrAnyProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly onConsider: (value: Value | null, pressed?: boolean) => void;
}

function OneOrAny<Value extends string>({ choices, chosen, onChange, onConsider, ...list }: OneOrAnyProps<Value>) {
  return (
    <RadioList<Value | 'any'>
      {...list}
      choices={[{ value: 'any', label: 'Any' }, ...choices]}
      chosen={chosen ?? 'any'}
      onChange={(value) => onChange(value === 'any' ? null : value)}
      onConsider={(value, pressed) => onConsider(value === 'any' ? null : value, pressed)}
    />
  );
}
