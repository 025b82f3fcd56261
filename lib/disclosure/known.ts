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
  /** The range left to a small number that nothing more could widen. */
  accepted: number;
  /** The sums it stands in. */
  readonly sums: Equation[];
  /** Its appearances in the figure now being protected. */
  here: Count[];
  /** What follows from everything together; scratch of one examination. */
  low: number;
  high: number;
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

interface About {
  readonly wholes: Unknown[];
  readonly divisions: Division[];
}

export class Known {
  readonly unknowns: Unknown[] = [];
  readonly equations: Equation[] = [];
  readonly #byKey = new Map<string, Unknown>();
  /** By key without a dimension that says nothing new: the first such unknown. */
  readonly #byLess = new Map<string, Unknown>();
  readonly #floating: Unknown[] = [];
  readonly #divisions: Division[] = [];
  readonly #equationKeys = new Set<string>();
  /** By the placements they are about: who is counted, and how those divide. */
  readonly #about = new Map<string, About>();

  /** The unknown a count stands for, or undefined when no figure has spoken of it. */
  find(count: Pick<Count, 'side' | 'dimensions' | 'value'>): Unknown | undefined {
    const key = keyOf(count);
    const exact = this.#byKey.get(key);
    if (exact || count.value === 0) return exact;
    let first = this.#byLess.get(key);
    for (const less of keysOfLess(count)) {
      const other = this.#byKey.get(less);
      if (other && (!first || other.id < first.id)) first = other;
    }
    return first;
  }

  unknownOf(count: Pick<Count, 'side' | 'dimensions' | 'value'>): Unknown {
    const found = this.find(count);
    if (found) return found;
    const { value, side, dimensions } = count;
    const free = value === 0 ? { low: 0, high: 0 } : { low: 1, high: Number.POSITIVE_INFINITY };
    const unknown: Unknown = {
      id: this.unknowns.length,
      value,
      side,
      dimensions,
      given: free,
      published: false,
      suppressed: false,
      accepted: Number.POSITIVE_INFINITY,
      sums: [],
      here: [],
      low: free.low,
      high: free.high,
    };
    this.unknowns.push(unknown);
    this.#byKey.set(keyOf(count), unknown);
    for (const less of keysOfLess(count)) if (!this.#byLess.has(less)) this.#byLess.set(less, unknown);
    const about = this.#aboutOf(unknown);
    about.wholes.push(unknown);
    if (isFloating(unknown)) {
      this.#floating.push(unknown);
      for (const division of this.#divisions) this.#equateFloating(division, unknown);
    }
    for (const division of about.divisions) this.#equatePart(division, unknown);
    return unknown;
  }

  /** Takes in a sum and, with it, every count about the same placements that leaves out one or two of its parts. */
  addSum({ parts, side, dimensions, total }: Sum): Unknown {
    const whole = this.unknownOf({ side, dimensions, value: total });
    const unknowns = parts.map((part) => this.unknownOf(part)).filter(({ value }) => value > 0);
    this.#equate(unknowns, whole);
    const about = this.#aboutOf(whole);
    const division = { parts: unknowns, total: whole, residual: residualSets(unknowns) };
    about.divisions.push(division);
    this.#divisions.push(division);
    for (const other of about.wholes) this.#equatePart(division, other);
    for (const other of this.#floating) this.#equateFloating(division, other);
    return whole;
  }

  #aboutOf({ side, dimensions }: Unknown): About {
    const key = `${side}|${dimensions.join('\t')}`;
    const about = this.#about.get(key) ?? { wholes: [], divisions: [] };
    this.#about.set(key, about);
    return about;
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
 * Keys of the same number told with one dimension fewer: the rest of k of n, and the matched of a type (sought Foster,
 * secured Foster), are told without saying so twice.
 */
function keysOfLess(count: Pick<Count, 'side' | 'dimensions' | 'value'>): readonly string[] {
  const { dimensions } = count;
  return dimensions.flatMap((dimension, at) => {
    const label = dimension.slice(dimension.indexOf('='));
    const repeats = dimensions.some((other, i) => i !== at && other.endsWith(label));
    if (!repeats && !dimension.startsWith('rest=')) return [];
    return [keyOf({ ...count, dimensions: dimensions.toSpliced(at, 1) })];
  });
}

function keyOf({ side, dimensions, value }: Pick<Count, 'side' | 'dimensions' | 'value'>): string {
  return `${side}|${dimensions.join('\t')}#${value}`;
}
