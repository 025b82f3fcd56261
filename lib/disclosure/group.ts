/** Which placements a number counts: those of every category named, `sought=Foster`; all of them where none is. */
export class Group {
  readonly dimensions: readonly string[];
  /** The same for the same placements. */
  readonly key: string;
  readonly #without: (Group | undefined)[] = [];
  #less: readonly Group[] | undefined;
  #residual: readonly string[] | undefined;

  constructor(dimensions: readonly string[]) {
    this.dimensions = dimensions;
    this.key = dimensions.length === 1 ? (dimensions[0] ?? '') : dimensions.join('\t');
  }

  /** These placements with those of every other category of one dimension. */
  without(at: number): Group {
    const made = this.#without[at] ?? new Group(this.dimensions.toSpliced(at, 1));
    this.#without[at] = made;
    return made;
  }

  /** Of these, those of one category more. */
  within(dimension: string): Group {
    return new Group([...this.dimensions, dimension]);
  }

  /** The same placements told with one dimension fewer. */
  get less(): readonly Group[] {
    this.#less ??= this.dimensions.flatMap((_, at) => (saysNothingNew(this.dimensions, at) ? [this.without(at)] : []));
    return this.#less;
  }

  /** Its categories that a figure may leave out: `No placement recorded`, `Not stated`. */
  get residual(): readonly string[] {
    this.#residual ??= this.dimensions.filter((dimension) => residualLabel.test(dimension));
    return this.#residual;
  }
}

export const everyone = new Group([]);

const residualLabel = /=(not |no |none|several|unknown|other)|not known|not recorded/i;

/** The rest of k of n, and the matched of a type (sought Foster, secured Foster), are also told without saying so twice. */
function saysNothingNew(dimensions: readonly string[], at: number): boolean {
  const dimension = dimensions[at] ?? '';
  if (dimension.startsWith('rest=')) return true;
  if (dimensions.length < 2) return false;
  const label = dimension.slice(dimension.indexOf('='));
  return dimensions.some((other, i) => i !== at && other.endsWith(label));
}
