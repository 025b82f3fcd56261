/**
 * What a reader of several figures knows: one unknown for each published or hidden count, and the sums
 * that tie them together. Nobody says which sums there are: they are found by category and by size, so a
 * coincidence can cost a little detail.
 */
import type { Bounds } from './round';
import type { Count, Sum } from './sheet';

export interface Unknown {
  readonly id: number;
  readonly value: number;
  readonly side: string;
  readonly dimensions: readonly string[];
  /** What figures already given out say of it. */
  given: Bounds;
  /** Given out somewhere: hiding it now would hide nothing. */
  published: boolean;
  /** Hidden by suppression in a figure already given out: no other may show it. */
  suppressed: boolean;
  /** The width that nothing more could widen. */
  accepted: number;
  /** The sums it stands in. */
  readonly sums: Equation[];
  /** Its appearances in the figure now being protected. */
  here: Count[];
  /** How far above and below its value everything together lets it lie; scratch of one examination. */
  up: number;
  down: number;
}

export interface Equation {
  readonly parts: readonly Unknown[];
  readonly total: Unknown;
}

/** How the dimension of a count left out of a figure begins. */
export const leftOut = 'left out=';
/** Below this chance alone would match counts left out with anything. */
const floatingFrom = 5;

interface Division extends Equation {
  /** Sets of parts a figure may leave out. */
  readonly residual: readonly (readonly Unknown[])[];
}

/** One group of placements: the numbers told of it, and how it divides. */
interface Group {
  readonly bySize: Map<number, Unknown>;
  /** Numbers told with one dimension more that says nothing new: the first of each size. */
  readonly toldFuller: Map<number, Unknown>;
  /** The same group told with one dimension fewer. */
  readonly less: readonly Group[];
  readonly divisions: Division[];
}

type Told = Pick<Count, 'side' | 'dimensions' | 'value'>;

export class Known {
  readonly unknowns: Unknown[] = [];
  readonly equations: Equation[] = [];
  readonly #floating: Unknown[] = [];
  readonly #divisions: Division[] = [];
  readonly #equationKeys = new Set<string>();
  readonly #groups = new Map<string, Group>();
  /** Each count is asked for once for itself and once for each of its sums. */
  readonly #met = new WeakMap<Told, Unknown>();

  /** The unknown a count stands for. */
  unknownOf(count: Told): Unknown {
    const met = this.#met.get(count);
    if (met) return met;
    const group = this.#groupOf(count);
    const unknown = told(group, count.value) ?? this.#newUnknown(group, count);
    this.#met.set(count, unknown);
    return unknown;
  }

  #newUnknown(group: Group, { value, side, dimensions }: Told): Unknown {
    const unknown: Unknown = {
      id: this.unknowns.length,
      value,
      side,
      dimensions,
      given: value === 0 ? { low: 0, high: 0 } : { low: 1, high: Number.POSITIVE_INFINITY },
      published: false,
      suppressed: false,
      accepted: Number.POSITIVE_INFINITY,
      sums: [],
      here: [],
      up: Number.POSITIVE_INFINITY,
      down: Number.POSITIVE_INFINITY,
    };
    this.unknowns.push(unknown);
    group.bySize.set(value, unknown);
    for (const { toldFuller } of group.less) if (!toldFuller.has(value)) toldFuller.set(value, unknown);
    if (isFloating(unknown)) {
      this.#floating.push(unknown);
      for (const division of this.#divisions) this.#equateFloating(division, unknown);
    }
    for (const division of group.divisions) this.#equatePart(division, unknown);
    return unknown;
  }

  /** Takes in a sum and, with it, every count about the same placements that leaves out one or two of its parts. */
  addSum({ parts, side, dimensions, total }: Sum): Unknown {
    const counted = { side, dimensions, value: total };
    const whole = this.unknownOf(counted);
    const unknowns = parts.map((part) => this.unknownOf(part)).filter(({ value }) => value > 0);
    this.#equate(unknowns, whole);
    const { bySize, divisions } = this.#groupOf(whole);
    const division = { parts: unknowns, total: whole, residual: residualSets(unknowns) };
    divisions.push(division);
    this.#divisions.push(division);
    for (const other of bySize.values()) this.#equatePart(division, other);
    for (const other of this.#floating) this.#equateFloating(division, other);
    return whole;
  }

  #groupOf({ side, dimensions }: Pick<Told, 'side' | 'dimensions'>): Group {
    const key = `${side}|${dimensions.join('\t')}`;
    const found = this.#groups.get(key);
    if (found) return found;
    const less = dimensions.flatMap((_, at) =>
      saysNothingNew(dimensions, at) ? [this.#groupOf({ side, dimensions: dimensions.toSpliced(at, 1) })] : [],
    );
    const group: Group = { bySize: new Map(), toldFuller: new Map(), less, divisions: [] };
    this.#groups.set(key, group);
    return group;
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
    const key = `${parts.map(({ id }) => id).join('+')}=${whole.id}`;
    if (this.#equationKeys.has(key)) return;
    this.#equationKeys.add(key);
    const equation = { parts, total: whole };
    this.equations.push(equation);
    for (const unknown of [whole, ...parts]) unknown.sums.push(equation);
  }
}

function isFloating({ dimensions }: Unknown): boolean {
  return dimensions[0]?.startsWith(leftOut) ?? false;
}

const residualLabel = /=(not |no |none|several|unknown|other)|not known|not recorded/i;

/** Which categories of a division a figure may leave out, alone or together: `No placement recorded`, `Not stated`. */
function residualSets(parts: readonly Unknown[]): readonly (readonly Unknown[])[] {
  const found = parts.filter(({ dimensions }) =>
    dimensions.some(
      (dimension) => residualLabel.test(dimension) && parts.some((part) => !part.dimensions.includes(dimension)),
    ),
  );
  const few = found.slice(0, 4);
  return Array.from({ length: 2 ** few.length - 1 }, (_, i) => few.filter((__, bit) => ((i + 1) >> bit) % 2 === 1));
}

/**
 * The rest of k of n, and the matched of a type (sought Foster, secured Foster), are also told without saying so twice.
 */
function saysNothingNew(dimensions: readonly string[], at: number): boolean {
  const dimension = dimensions[at] ?? '';
  if (dimension.startsWith('rest=')) return true;
  const label = dimension.slice(dimension.indexOf('='));
  return dimensions.some((other, i) => i !== at && other.endsWith(label));
}

/** A number told of a group, of just this size, whichever way it was told first. */
function told({ bySize, toldFuller, less }: Group, value: number): Unknown | undefined {
  const exact = bySize.get(value);
  if (exact || value === 0) return exact;
  let first = toldFuller.get(value);
  for (const group of less) {
    const other = group.bySize.get(value);
    if (other && (!first || other.id < first.id)) first = other;
  }
  return first;
}
