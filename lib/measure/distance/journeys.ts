/** Promises the flows and the ends of the placements in view from the lists of `journeyQuery`. */
import type { Row } from '@/lib/database/database';
import { checked } from '@/lib/measure/check';
import type { Context } from '@/lib/measure/context';
import { nameList, numberList } from '@/lib/measure/distance/check-list';
import { districtText, homeColumn } from '@/lib/measure/distance/journey-query';
import type { RowsByQuery } from '@/lib/measure/measure';

export interface Flow {
  /** A district, or the GSS code of an authority. */
  readonly from: string;
  /** A district, and the GSS code of the council it lies in. */
  readonly to: string;
  readonly area: string;
  readonly n: number;
}

/** Placements by who made them and where. */
export interface End {
  readonly authority: string;
  /** Empty where it is not known. */
  readonly district: string;
  readonly n: number;
}

export interface Journeys {
  /** False where no home at all is known: then the flows are from the placing authority. */
  readonly fromHome: boolean;
  /** Flows of at least so many placements, the most first. */
  flows(least: number): readonly Flow[];
  ends(): readonly End[];
  /** Placements of which both ends are known; of which only the home, or the placement as well, is not. */
  readonly known: number;
  readonly homeless: number;
  readonly nowhere: number;
  readonly unplaced: number;
}

interface Cells {
  readonly homes: ArrayLike<number>;
  readonly authorities: ArrayLike<number>;
  readonly districts: ArrayLike<number>;
  readonly areas: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
}

interface Labels {
  readonly authority: readonly string[];
  readonly home: readonly string[];
  readonly area: readonly string[];
}

type Kind = 'known' | 'homeless' | 'nowhere' | 'unplaced';

function kindOf({ homes, areas, sizes }: Cells, at: number): Kind {
  if ((sizes[at] ?? 0) < 0) return 'unplaced';
  if ((areas[at] ?? -1) < 0) return 'nowhere';
  return (homes[at] ?? -1) < 0 ? 'homeless' : 'known';
}

interface Sum {
  readonly area: number;
  n: number;
}

/** By start, then by district, which is all in one council. */
function sumFlows(cells: Cells, starts: ArrayLike<number>): Map<number, Map<number, Sum>> {
  const sums = new Map<number, Map<number, Sum>>();
  for (let at = 0; at < cells.sizes.length; at += 1) {
    const [start, area, n] = [starts[at] ?? -1, cells.areas[at] ?? -1, cells.sizes[at] ?? 0];
    if (start < 0 || area < 0 || n <= 0) continue;
    const own = sums.get(start) ?? new Map<number, Sum>();
    const district = cells.districts[at] ?? 0;
    const held = own.get(district);
    if (held) held.n += n;
    else own.set(district, { area, n });
    sums.set(start, own);
  }
  return sums;
}

function endsOf({ authorities, districts, sizes }: Cells, labels: Labels): readonly End[] {
  return Array.from(sizes).flatMap((n, at) =>
    n > 0
      ? [{ authority: labels.authority[authorities[at] ?? -1] ?? '', district: districtText(districts[at] ?? 0), n }]
      : [],
  );
}

const byName = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function journeysOf(cells: Cells, labels: Labels, byDistrict: boolean): Journeys {
  const counts = { known: 0, homeless: 0, nowhere: 0, unplaced: 0 };
  for (let at = 0; at < cells.sizes.length; at += 1) counts[kindOf(cells, at)] += Math.abs(cells.sizes[at] ?? 0);
  const fromHome = counts.known > 0;
  const sums = sumFlows(cells, fromHome ? cells.homes : cells.authorities);
  const nameOf = (start: number) => {
    if (!fromHome) return labels.authority[start] ?? '';
    return byDistrict ? districtText(start) : (labels.home[start] ?? '');
  };
  return {
    ...counts,
    fromHome,
    ends: () => endsOf(cells, labels),
    flows: (least) => {
      const found = [...sums].flatMap(([start, own]) => {
        const from = nameOf(start);
        return [...own].flatMap(([district, { area, n }]) =>
          n >= least ? [{ from, to: districtText(district), area: labels.area[area] ?? '', n }] : [],
        );
      });
      return found.sort((a, b) => b.n - a.n || byName(a.from, b.from) || byName(a.to, b.to));
    },
  };
}

/** Two figures read the same rows. */
const done = new WeakMap<readonly Row[], Journeys>();

/** The journeys of `journeyQueries`, asked in the same context. */
export function journeys(rows: RowsByQuery, context: Context): Journeys {
  const found = rows.journeys && done.get(rows.journeys);
  if (found) return found;
  const [lists] = checked(rows, 'journeys', {
    ...{ homes: numberList, authorities: numberList, districts: numberList, areas: numberList, sizes: numberList },
  });
  const [labels] = checked(rows, 'labels', { authority: nameList, home: nameList, area: nameList });
  const cells = {
    homes: lists?.homes?.toArray() ?? [],
    authorities: lists?.authorities?.toArray() ?? [],
    districts: lists?.districts?.toArray() ?? [],
    areas: lists?.areas?.toArray() ?? [],
    sizes: lists?.sizes?.toArray() ?? [],
  };
  const byDistrict = homeColumn(context) === 'homeDistrict';
  const result = journeysOf(cells, labels ?? { authority: [], home: [], area: [] }, byDistrict);
  if (rows.journeys) done.set(rows.journeys, result);
  return result;
}
