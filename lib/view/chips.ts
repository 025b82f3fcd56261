/** One removable chip for each thing a view filters by, in the order of the filter bar. */
import {
  bandChoices,
  basisChoices,
  type Choice,
  distanceChoices,
  localityChoices,
  needChoices,
  noticeChoices,
  preferredChoices,
  securedChoices,
  siblingChoices,
  soughtChoices,
} from '@/lib/view/choices';
import { periodName } from '@/lib/view/period';
import { authorityName, regionName } from '@/lib/view/place';
import { defaultView, type View } from '@/lib/view/view';
import { areaName, cutWords } from '@/lib/view/words';

export type ViewPatch = Partial<View>;

export interface Chip {
  /** Stable, for React and for focus after removal. */
  readonly id: string;
  readonly label: string;
  /** What removing the chip changes. */
  readonly patch: ViewPatch;
}

/** Comparison is no filter and has no chip. */
export function chipsOf(view: View): readonly Chip[] {
  const [medium, higher] = view.cuts;
  const changedCuts = medium !== defaultView.cuts[0] || higher !== defaultView.cuts[1];
  return [
    ...named('region', view.regions, regionName, (regions) => ({ regions })),
    ...named('la', view.authorities, authorityName, (authorities) => ({ authorities })),
    ...(view.period.kind === 'all'
      ? []
      : [{ id: 'period', label: periodName(view.period), patch: { period: defaultView.period } }]),
    ...listed('sought', soughtChoices, view.sought, (sought) => ({ sought })),
    ...listed('secured', securedChoices, view.secured, (secured) => ({ secured })),
    ...needChips(view),
    ...listed('notice', noticeChoices, view.notice, (notice) => ({ notice })),
    ...single('siblings', siblingChoices, view.siblingGroup, { siblingGroup: null }),
    ...single('preferred', preferredChoices, view.locationPreferred, { locationPreferred: null }),
    ...listed('band', bandChoices, view.band, (band) => ({ band })),
    ...(changedCuts ? [{ id: 'cuts', label: cutWords(view.cuts), patch: { cuts: defaultView.cuts } }] : []),
    ...listed('distance', distanceChoices, view.distance, (distance) => ({ distance })),
    ...single('locality', localityChoices, view.locality, { locality: null }),
    ...named(
      'home',
      view.home,
      (area) => `Home in ${areaName(area)}`,
      (home) => ({ home }),
    ),
    ...named(
      'placed',
      view.placed,
      (area) => `Placed in ${areaName(area)}`,
      (placed) => ({ placed }),
    ),
    ...single('basis', basisChoices, view.basis === 'auto' ? null : view.basis, { basis: 'auto' }),
    ...Object.entries(view.bespoke).map(([name, values]) => ({
      id: `x-${name}`,
      label: `${name}: ${values.join(', ')}`,
      patch: { bespoke: Object.fromEntries(Object.entries(view.bespoke).filter(([other]) => other !== name)) },
    })),
  ];
}

/** With "all of", each need says so: "any" of several is how lists are read anyway. */
function needChips(view: View): readonly Chip[] {
  const chips = listed('needs', needChoices, view.needs, (needs) => ({ needs }));
  return view.needsMatch === 'any' || view.needs.length < 2
    ? chips
    : chips.map((chip, index) => (index === 0 ? chip : { ...chip, label: `and ${chip.label}` }));
}

const mostNamed = 5;

/** Many places share one chip, so that the bar stays one line. */
function named(
  id: string,
  values: readonly string[],
  name: (value: string) => string,
  patch: (values: readonly string[]) => ViewPatch,
): readonly Chip[] {
  if (values.length > mostNamed) {
    const [first = ''] = values;
    return [{ id, label: `${name(first)} and ${values.length - 1} more`, patch: patch([]) }];
  }
  return values.map((value) => ({
    id: `${id}-${value}`,
    label: name(value),
    patch: patch(values.filter((other) => other !== value)),
  }));
}

function listed<Value extends string>(
  id: string,
  choices: readonly Choice<Value>[],
  values: readonly Value[],
  patch: (values: readonly Value[]) => ViewPatch,
): readonly Chip[] {
  return choices
    .filter(({ value }) => values.includes(value))
    .map(({ value, slug, chip }) => ({
      id: `${id}-${slug}`,
      label: chip,
      patch: patch(values.filter((other) => other !== value)),
    }));
}

function single<Value extends string>(
  id: string,
  choices: readonly Choice<Value>[],
  value: Value | null,
  patch: ViewPatch,
): readonly Chip[] {
  return choices.filter((choice) => choice.value === value).map(({ chip }) => ({ id, label: chip, patch }));
}
