/** How the dimension of a count left out of a figure begins. */
export const leftOut = 'left out=';

const made = new Map<string, Group>();
/** A few tens of megabytes. */
const most = 100_000;

/** Which placements a number counts: those of every category named, `sought=Foster`; all of them where none is. */
export class Group {
  readonly dimensions: readonly string[];
  /** The same for the same placements. */
  readonly key: string;
  /** Counted by a figure as left out of it: any group of its size may be meant. */
  readonly isLeftOut: boolean;
  readonly #without: (Group | undefined)[] = [];
  #within: Map<string, Group> | undefined;
  #less: readonly Group[] | undefined;
  #residual: readonly string[] | undefined;
  #level: string | undefined;

  private constructor(dimensions: readonly string[], key: string) {
    this.dimensions = dimensions;
    this.key = key;
    this.isLeftOut = dimensions[0]?.startsWith(leftOut) ?? false;
  }

  /** The one group of these dimensions: figures speak of the same groups again and again, and each is read but once. */
  static of(dimensions: readonly string[]): Group {
    const key = dimensions.length === 1 ? (dimensions[0] ?? '') : keyOf(dimensions);
    const found = made.get(key);
    if (found) return found;
    // Names of providers, districts and one's own columns have no end: another pool would only add to them.
    if (made.size >= most) {
      made.clear();
      everyone.#within = undefined;
    }
    const group = new Group(dimensions, key);
    made.set(key, group);
    return group;
  }

  /** These placements with those of every other category of one dimension. */
  without(at: number): Group {
    const group = this.#without[at] ?? Group.of(this.dimensions.toSpliced(at, 1));
    this.#without[at] = group;
    return group;
  }

  /** Of these, those of one category more. */
  within(dimension: string): Group {
    this.#within ??= new Map();
    const group = this.#within.get(dimension) ?? Group.of([...this.dimensions, dimension]);
    this.#within.set(dimension, group);
    return group;
  }

  /** The same placements told with one dimension fewer. */
  get less(): readonly Group[] {
    this.#less ??= this.dimensions.flatMap((_, at) => (saysNothingNew(this.dimensions, at) ? [this.without(at)] : []));
    return this.#less;
  }

  /** The names of its dimensions: groups of one level tell a table's rows apart in the same way. */
  get level(): string {
    this.#level ??= this.dimensions.map((dimension) => dimension.slice(0, dimension.indexOf('='))).join('\t');
    return this.#level;
  }

  /** Its categories that a figure may leave out: `No placement recorded`, `Not stated`. */
  get residual(): readonly string[] {
    this.#residual ??= this.dimensions.filter((dimension) => residualLabel.test(dimension));
    return this.#residual;
  }
}

/** Labels may hold anything: only with their lengths can no two groups be taken for one. No single dimension begins so. */
function keyOf(dimensions: readonly string[]): string {
  let key = '[';
  for (const dimension of dimensions) key += `${dimension.length}:${dimension}`;
  return key;
}

export const everyone = Group.of([]);

const residualLabel = /=(not |no |none|several|unknown|other)|not known|not recorded/i;

/** The rest of k of n, and the matched of a type (sought Foster, secured Foster), are also told without saying so twice. */
function saysNothingNew(dimensions: readonly string[], at: number): boolean {
  const dimension = dimensions[at] ?? '';
  if (dimension.startsWith('rest=')) return true;
  if (dimensions.length < 2) return false;
  const label = dimension.slice(dimension.indexOf('='));
  return dimensions.some((other, i) => i !== at && other.endsWith(label));
}
