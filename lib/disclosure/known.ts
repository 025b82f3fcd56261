/**
 * What a reader of several figures knows: one unknown for each published or hidden count, and the sums
 * that tie them together. Nobody says which sums there are: they are found by category and by size, so a
 * coincidence can cost a little detail.
 */
import type { Group } from './group';
import type { Bounds } from './round';
import type { Count, Sum } from './sheet';

/** The room of a number that nothing bounds: a whole number, as all room is, for engines keep those in place. */
export const unbounded = 2 ** 28;

export interface Unknown {
  readonly id: number;
  readonly value: number;
  readonly side: string;
  readonly group: Group;
  /** What figures already given out say of it. */
  given: Bounds;
  /** Given out somewhere: hiding it now would hide nothing. */
  published: boolean;
  /** Hidden by suppression in a figure already given out: no other may show it. */
  suppressed: boolean;
  /** The width that nothing more could widen. */
  accepted: number;
  /** The sums it stands in. */
  sums: readonly Equation[];
  /** Its appearances in the figure now being protected. */
  here: readonly Count[];
  /** How far above and below its value everything together lets it lie; scratch of one examination. */
  up: number;
  down: number;
}

export interface Equation {
  readonly parts: readonly Unknown[];
  readonly total: Unknown;
}

/** Below this chance alone would match counts left out with anything. */
const floatingFrom = 5;

/** No threshold on offer is larger. */
const fewBelow = 10;
const none: Bounds = { low: 0, high: 0 };
const some: Bounds = { low: 1, high: Number.POSITIVE_INFINITY };

/** A zero is told as such; of any other number it is known that it is none. */
function atFirst(value: number): Bounds {
  return value === 0 ? none : some;
}

interface Division extends Equation {
  /** Sets of parts a figure may leave out. */
  readonly residual: readonly (readonly Unknown[])[];
}

/** What is told of one group of placements: numbers, and how it divides. */
interface Told {
  numbers: readonly Unknown[];
  /** Numbers told with one dimension more that says nothing new: the first of each size. */
  fuller: readonly Unknown[];
  /** The same group told with one dimension fewer. */
  readonly less: readonly Told[];
  divisions: readonly Division[];
}

type Telling = Pick<Count, 'side' | 'group' | 'value'>;

export class Known {
  readonly unknowns: Unknown[] = [];
  readonly equations: Equation[] = [];
  readonly #few: Unknown[] = [];
  readonly #floating: Unknown[] = [];
  readonly #divisions: Division[] = [];
  /** By the comparison's side, then by the group. */
  readonly #told = new Map<string, Map<string, Told>>();

  /** The unknown a count stands for. */
  unknownOf(count: Telling): Unknown {
    const told = this.#toldOf(count.side, count.group);
    return foundIn(told, count.value) ?? this.#newUnknown(told, count);
  }

  /** The numbers from 1 to threshold − 1, in the order they were told. */
  small(threshold: number): readonly Unknown[] {
    const among = threshold <= fewBelow ? this.#few : this.unknowns;
    return among.filter(({ value }) => value > 0 && value < threshold);
  }

  #newUnknown(told: Told, { value, side, group }: Telling): Unknown {
    const unknown: Unknown = {
      id: this.unknowns.length,
      value,
      side,
      group,
      given: atFirst(value),
      published: false,
      suppressed: false,
      accepted: unbounded,
      sums: empty,
      here: empty,
      up: unbounded,
      down: unbounded,
    };
    this.unknowns.push(unknown);
    if (value > 0 && value < fewBelow) this.#few.push(unknown);
    told.numbers = put(told.numbers, unknown);
    for (const one of told.less) if (!ofSize(one.fuller, value)) one.fuller = put(one.fuller, unknown);
    if (group.isLeftOut) {
      this.#floating.push(unknown);
      for (const division of this.#divisions) this.#equateFloating(division, unknown);
    }
    for (const division of told.divisions) this.#equatePart(division, unknown);
    return unknown;
  }

  /** Back to which numbers and sums there are, and nothing of what they may be. */
  forgetKnowledge(): void {
    for (const unknown of this.unknowns) {
      unknown.given = atFirst(unknown.value);
      unknown.accepted = unbounded;
      unknown.up = unbounded;
      unknown.down = unbounded;
    }
  }

  /** Takes in a sum and, with it, every count about the same placements that leaves out one or two of its parts. */
  addSum({ parts, side, group, total: value }: Sum, of = (part: Count) => this.unknownOf(part)): Unknown {
    const told = this.#toldOf(side, group);
    const total = foundIn(told, value) ?? this.#newUnknown(told, { side, group, value });
    const unknowns = parts.filter(({ value: size }) => size > 0).map(of);
    this.#equate(unknowns, total);
    const division = { parts: unknowns, total, residual: residualSets(unknowns) };
    this.#divisions.push(division);
    if (division.residual.length > 0) {
      const whole = this.#toldOf(side, total.group);
      whole.divisions = put(whole.divisions, division);
      for (const other of whole.numbers) this.#equatePart(division, other);
    }
    for (const other of this.#floating) this.#equateFloating(division, other);
    return total;
  }

  #toldOn(side: string): Map<string, Told> {
    const found = this.#told.get(side);
    if (found) return found;
    const groups = new Map<string, Told>();
    this.#told.set(side, groups);
    return groups;
  }

  #toldOf(side: string, group: Group): Told {
    const groups = this.#toldOn(side);
    const found = groups.get(group.key);
    if (found) return found;
    const less = group.less.length === 0 ? empty : group.less.map((one) => this.#toldOf(side, one));
    const told: Told = { numbers: empty, fuller: empty, less, divisions: empty };
    groups.set(group.key, told);
    return told;
  }

  /** "Placed" is a row of sought by secured without "No placement recorded": found by its size. */
  #equatePart({ parts, total, residual }: Division, whole: Unknown): void {
    const missing = total.value - whole.value;
    if (missing <= 0 || parts.length < 2 || parts.includes(whole)) return;
    for (const dropped of residual) {
      if (dropped.reduce((sum, { value }) => sum + value, 0) !== missing) continue;
      this.#equate(
        parts.filter((part) => !dropped.includes(part)),
        whole,
      );
      this.#equate([whole, ...dropped], total);
    }
  }

  /** "No preference recorded" is the row Not stated without its unplaced: a count left out may be any group of its size. */
  #equateFloating(division: Division, whole: Unknown): void {
    const { parts, total, residual } = division;
    if (whole.value < floatingFrom || total.side !== whole.side) return;
    if (total.value === whole.value) this.#equate(parts, whole);
    for (const set of residual) {
      if (set.length === 1 && set[0]?.value === whole.value) this.#equate(set, whole);
    }
    this.#equatePart(division, whole);
  }

  #equate(parts: readonly Unknown[], whole: Unknown): void {
    // A group with one part that counts says only that the part is the whole.
    if (parts.length === 0 || parts.includes(whole)) return;
    const known = whole.sums.some(
      (sum) =>
        sum.total === whole && sum.parts.length === parts.length && sum.parts.every((one, i) => one === parts[i]),
    );
    if (known) return;
    const equation = { parts, total: whole };
    this.equations.push(equation);
    whole.sums = put(whole.sums, equation);
    for (const part of parts) part.sums = put(part.sums, equation);
  }
}

/** Stands for every list nothing is in yet: there are ten times as many of them as of others. */
export const empty: readonly never[] = Object.freeze([]);

/** `list` with one more; where it was empty, a list of its own. The list given is not to be used after. */
export function put<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item];
  (list as Item[]).push(item);
  return list;
}

const nothingLeftOut: readonly (readonly Unknown[])[] = [];

/** Which categories of a division a figure may leave out, alone or together: `No placement recorded`, `Not stated`. */
function residualSets(parts: readonly Unknown[]): readonly (readonly Unknown[])[] {
  const found = parts.filter(({ group }) =>
    group.residual.some((dimension) => parts.some((part) => !part.group.dimensions.includes(dimension))),
  );
  if (found.length === 0) return nothingLeftOut;
  const few = found.slice(0, 4);
  return Array.from({ length: 2 ** few.length - 1 }, (_, i) => few.filter((__, bit) => ((i + 1) >> bit) % 2 === 1));
}

/** A number told of a group, of just this size, whichever way it was told first. */
function foundIn({ numbers, fuller, less }: Told, value: number): Unknown | undefined {
  const exact = ofSize(numbers, value);
  if (exact || value === 0) return exact;
  let first = ofSize(fuller, value);
  for (const told of less) {
    const other = ofSize(told.numbers, value);
    if (other && (!first || other.id < first.id)) first = other;
  }
  return first;
}

function ofSize(numbers: readonly Unknown[], value: number): Unknown | undefined {
  for (const unknown of numbers) if (unknown.value === value) return unknown;
  return undefined;
}
