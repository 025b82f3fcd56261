/** Every filter of a View as one bound condition over the pool's columns. */
import { allOf, always, anyOf, type Fragment, fragment, oneOf } from '@/lib/measure/fragment';
import { needColumn, needFlags } from '@/lib/standard/needs';
import type { MonthRange } from '@/lib/view/month';
import type { DistanceBand, View } from '@/lib/view/view';

/** Flags are column names, so only those of the standard's own list ever become text. */
const flagNames: ReadonlySet<string> = new Set(needFlags.map(({ name }) => name));

const distanceConditions: Readonly<Record<DistanceBand, string>> = {
  'Up to 5 miles': 'distanceMiles <= 5',
  'More than 5 to 10 miles': '(distanceMiles > 5 AND distanceMiles <= 10)',
  'More than 10 to 20 miles': '(distanceMiles > 10 AND distanceMiles <= 20)',
  'More than 20 to 50 miles': '(distanceMiles > 20 AND distanceMiles <= 50)',
  'More than 50 miles': 'distanceMiles > 50',
  'Distance not known': 'distanceMiles IS NULL',
};

const authorityCode = /^[EWSN]\d{8}$/;

/** The filters that can be lifted one by one (for advice); authorities and period are handled by the sides. */
export const conditionNames = [
  'sought',
  'secured',
  'needs',
  'notice',
  'siblingGroup',
  'locationPreferred',
  'band',
  'distance',
  'locality',
  'home',
  'placed',
  'bespoke',
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** The chosen values, or no condition where nothing is chosen. */
function chosen(column: string, values: readonly string[]): Fragment {
  return values.length === 0 ? always : oneOf(column, values);
}

function yesNo(column: string, value: 'yes' | 'no' | null): Fragment {
  if (value === null) return always;
  return fragment(value === 'yes' ? column : `NOT ${column}`);
}

function needs(view: View): Fragment {
  const flags = view.needs.filter((name) => flagNames.has(name)).map((name) => fragment(needColumn(name)));
  if (flags.length === 0) return always;
  return view.needsMatch === 'all' ? allOf(flags) : anyOf(flags);
}

/** methods §0: Higher from the second cut point or under deprivation of liberty. */
export function bandCondition(band: string, cuts: readonly [number, number]): Fragment {
  const higher = '(coalesce(need_deprivationOfLiberty, false) OR coalesce(riskCount, 0) >= ?)';
  if (band === 'Higher') return fragment(higher, cuts[1]);
  const medium = `(NOT ${higher} AND coalesce(riskCount, 0) >= ?)`;
  if (band === 'Medium') return fragment(medium, cuts[1], cuts[0]);
  return fragment(`(NOT ${higher} AND coalesce(riskCount, 0) < ?)`, cuts[1], cuts[0]);
}

function ends(district: string, authority: string, values: readonly string[]): Fragment {
  if (values.length === 0) return always;
  const codes = values.filter((value) => authorityCode.test(value));
  const districts = values.filter((value) => !authorityCode.test(value));
  return anyOf([oneOf(district, districts), oneOf(authority, codes)]);
}

function bespoke(view: View): Fragment {
  const columns = Object.entries(view.bespoke).filter(([, values]) => values.length > 0);
  return allOf(
    columns.map(([name, values]) => {
      const { sql, parameters } = oneOf('bespoke[?]', values);
      return fragment(sql, name, ...parameters);
    }),
  );
}

/** One filter of the view, without authorities and period. */
export function condition(name: ConditionName, view: View): Fragment {
  switch (name) {
    case 'sought':
      return chosen('sought', view.sought);
    case 'secured':
      return chosen('secured', view.secured);
    case 'needs':
      return needs(view);
    case 'notice':
      return chosen('neededBy', view.notice);
    case 'siblingGroup':
      return yesNo('need_siblingGroup', view.siblingGroup);
    case 'locationPreferred':
      return yesNo('isLocationPreferred', view.locationPreferred);
    case 'band':
      return view.band.length === 0 ? always : anyOf(view.band.map((band) => bandCondition(band, view.cuts)));
    case 'distance':
      return view.distance.length === 0
        ? always
        : anyOf(view.distance.map((band) => fragment(distanceConditions[band] ?? 'false')));
    case 'locality':
      return localityCondition(view);
    case 'home':
      return ends('homeDistrict', 'home_la', view.home);
    case 'placed':
      return ends('placementLocation', 'placement_la', view.placed);
    case 'bespoke':
      return bespoke(view);
  }
}

/** DfE's locality: inside or outside the boundary of the authority responsible for the child. */
function localityCondition({ locality }: View): Fragment {
  if (locality === null) return always;
  return fragment(`placement_la::VARCHAR ${locality === 'inside' ? '=' : '<>'} la_code::VARCHAR`);
}

export function authorityCondition(view: Pick<View, 'authorities' | 'regions'>): Fragment {
  return allOf([chosen('la_code', view.authorities), chosen('region', view.regions)]);
}

/** All the view's filters but authorities and period. */
export function otherConditions(view: View): Fragment {
  return allOf(conditionNames.map((name) => condition(name, view)));
}

export function monthCondition(column: string, range: MonthRange | null): Fragment {
  return range === null ? always : fragment(`${column} BETWEEN ? AND ?`, range.from, range.to);
}
