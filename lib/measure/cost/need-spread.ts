/** Promises the costs of children recorded with and without each need, six needs to one counting. */
import type { TypeCosts } from '@/lib/measure/cost/packed-costs';
import { trait } from '@/lib/measure/cost/packed-costs';
import { emptySpread } from '@/lib/measure/cost/spread';
import { type Pack, packs, unpack } from '@/lib/measure/packed';
import { type Grouping, groupedSpread, noGroup, type Spread } from '@/lib/method/grouped-spread';
import type { NeedFlag } from '@/lib/standard/needs';

export interface NeedSpreads {
  /** Recorded yes, recorded no, and in neither arm. */
  readonly present: Spread;
  readonly absent: Spread;
  readonly unknown: Spread;
}

const noSpreads: NeedSpreads = { present: emptySpread, absent: emptySpread, unknown: emptySpread };
const codesAPack = 729;
const arms = 3;

/** Group of a pack's code for each of its flags: flag × 3 + (0 yes, 1 no, 2 not recorded). */
function packGrouping(pack: Pack): Grouping {
  const groupOf = Array.from({ length: codesAPack }, (_, code) =>
    unpack(pack, code).map(({ value }, flag) => flag * arms + (value === null ? 2 : value ? 0 : 1)),
  );
  const width = pack.flags.length;
  return { codes: codesAPack, groups: width * arms, width, groupOf: Uint16Array.from(groupOf.flat()) };
}

const groupings = packs.map(packGrouping);

function packCodes(costs: TypeCosts, pack: number, slices: readonly number[]): Uint16Array {
  const among = Array.from({ length: 8 }, (_, slice) => slices.includes(slice));
  const pairs = pack < 2 ? costs.needsLow : costs.needsHigh;
  const codes = new Uint16Array(costs.cost.length);
  for (let i = 0; i < codes.length; i += 1) {
    const pair = pairs[i] ?? 0;
    const first = Math.floor(pair / codesAPack);
    const code = pack % 2 === 0 ? first : pair - first * codesAPack;
    codes[i] = among[trait.slice(costs.traits[i] ?? 0)] ? code : noGroup;
  }
  return codes;
}

/** Several figures read the same needs. */
const done = new WeakMap<TypeCosts, Map<string, ReadonlyMap<NeedFlag, NeedSpreads>>>();

/** One type's spreads for each need flag, over the placements of some slices. */
export function needSpreads(costs: TypeCosts | undefined, slices: readonly number[]): (flag: NeedFlag) => NeedSpreads {
  if (costs === undefined || slices.length === 0) return () => noSpreads;
  const held = done.get(costs) ?? new Map<string, ReadonlyMap<NeedFlag, NeedSpreads>>();
  const found = held.get(slices.join()) ?? spreadsOf(costs, slices);
  held.set(slices.join(), found);
  done.set(costs, held);
  return (flag) => found.get(flag) ?? noSpreads;
}

function spreadsOf(costs: TypeCosts, slices: readonly number[]): ReadonlyMap<NeedFlag, NeedSpreads> {
  const found = new Map<NeedFlag, NeedSpreads>();
  packs.forEach((pack, index) => {
    const grouping = groupings[index];
    if (!grouping) return;
    const spreads = groupedSpread(costs.cost, packCodes(costs, index, slices), grouping);
    pack.flags.forEach((flag, place) => {
      const [present = emptySpread, absent = emptySpread, unknown = emptySpread] = spreads.slice(place * arms);
      found.set(flag, { present, absent, unknown });
    });
  });
  return found;
}
