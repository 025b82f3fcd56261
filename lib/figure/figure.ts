/**
 * The one domain model behind chart, table, sentence and download. Nothing after a Figure computes a
 * number, so none of them can disagree.
 */

/** Why a value is not shown. The letters are the Government Statistical Service's symbols. */
export type SymbolCode = 'c' | 'z' | 'x' | 'low' | 'u';

export interface Withheld {
  readonly symbol: SymbolCode;
  readonly reason: string;
}

/** A number, a label, or a symbol with its reason: never a magic number, never a silent null. */
export type Cell = number | string | Withheld;

/** A `rate` is a share of one; a `percentage` is written as one hundred times that, and may lie outside 0–100. */
export type ColumnKind =
  | 'dimension'
  | 'count'
  | 'rate'
  | 'percentage'
  | 'pounds'
  | 'miles'
  | 'ratio'
  | 'points'
  | 'number'
  | 'text';

export interface Column {
  /** The CSV header, as methods.md names it: `sought`, `n`, `rate`. */
  readonly name: string;
  /** The heading on screen, in plain words. */
  readonly label: string;
  readonly kind: ColumnKind;
  /** Left out of the on-screen table (codes, interval ends shown elsewhere); always in the CSV. */
  readonly hidden?: boolean;
  /** The columns it is worked out from: withheld where any of them is, or the one would give away the other. */
  readonly from?: readonly string[];
  /** Published as the product of these two columns as they are published: then it tells nothing that they do not. */
  readonly product?: readonly [string, string];
  /** A row that shows two groups side by side is a row a group in the CSV: this cell is `name` of the group `present`. */
  readonly arm?: { readonly present: 'Yes' | 'No' | 'Not recorded'; readonly name: string };
}

export type TableRow = Readonly<Record<string, Cell>>;

export interface Table {
  readonly columns: readonly Column[];
  /** One row per cell. The `status` column of a download is added by the writer from the cells' symbols. */
  readonly rows: readonly TableRow[];
}

export interface Exclusion {
  readonly label: string;
  readonly n: Cell;
  /** Part of the figure's `n` all the same: left out of the table, not of what the figure rests on. */
  readonly counted?: boolean | undefined;
}

/** Something about how the files record that bears on a figure: in a few words, and why. */
export interface Recording {
  readonly badge: string;
  readonly detail: string;
}

/** A published figure a reader may have drawn beside the pool's own. It says nothing of the pool: protection leaves it alone. */
export interface Anchor {
  /** Which published group: the same on every figure. */
  readonly id: string;
  /** Beside its line: whom, where and when. */
  readonly label: string;
  /** What it says, with its source. */
  readonly words: string;
  /** One line through all rows, or a mark at some of them by label. */
  readonly at: number | Readonly<Record<string, number>>;
}

/** Which columns of the figure's tables a chart draws. Charts read rows; they compute no statistics. */
export type Chart =
  | {
      readonly kind: 'matrix';
      readonly row: string;
      readonly column: string;
      readonly value: string;
      readonly share: string;
    }
  | { readonly kind: 'sankey'; readonly from: string; readonly to: string; readonly value: string }
  | {
      /** Dots with intervals, one a row; `reference` is a vertical line, `comparison` a thin grey mark. */
      readonly kind: 'interval';
      /** What it is called among several charts of a figure. */
      readonly name?: string;
      /** The extra table drawn; the figure's own where absent. */
      readonly table?: string;
      readonly label: string;
      readonly estimate: string;
      readonly lower: string;
      readonly upper: string;
      readonly format: 'percent' | 'ratio' | 'pounds';
      readonly reference?: { readonly value: number; readonly label: string };
      readonly comparison?: string;
      readonly scale?: 'linear' | 'log';
      readonly flag?: string;
      /** Rows whose cell is `no` have a ring for a dot; what that means. */
      readonly hollow?: { readonly column: string; readonly label: string };
      readonly anchors?: readonly Anchor[];
    }
  | {
      readonly kind: 'line';
      readonly x: string;
      readonly y: string;
      readonly lower?: string;
      readonly upper?: string;
      readonly series?: string;
      readonly format: 'percent' | 'count' | 'pounds' | 'miles';
      /** A thin grey line a series. */
      readonly comparison?: string;
      readonly anchors?: readonly Anchor[];
    }
  | {
      readonly kind: 'bar';
      readonly label: string;
      readonly value: string;
      readonly series?: string;
      /** `share` stacks each bar to 100 %. */
      readonly layout: 'single' | 'stacked' | 'share' | 'diverging';
      readonly format: 'percent' | 'count' | 'pounds' | 'miles';
      readonly reference?: { readonly value: number; readonly label: string };
      /** A strong line across each stacked bar where the series before it ends: 20 miles. */
      readonly divide?: { readonly after: string; readonly label: string };
      readonly anchors?: readonly Anchor[];
    }
  | { readonly kind: 'box'; readonly label: string; readonly format: 'pounds' | 'miles' }
  | {
      readonly kind: 'dumbbell';
      readonly label: string;
      readonly from: string;
      readonly to: string;
      readonly format: 'pounds' | 'miles';
      readonly fromLabel: string;
      readonly toLabel: string;
      /** A thin grey mark a row. */
      readonly comparison?: string;
    }
  | {
      readonly kind: 'waterfall';
      readonly label: string;
      readonly value: string;
      readonly lower?: string;
      readonly upper?: string;
      readonly format: 'pounds';
    }
  /** The table, opened one value of `by` at a time. */
  | { readonly kind: 'groups'; readonly by: string }
  | { readonly kind: 'map'; readonly from: string; readonly to: string; readonly value: string }
  | { readonly kind: 'none' };

/**
 * How the one door of disclosure control protects a table (methods §5).
 * `crossed`: a small two-way table of counts, published with its margins: suppression.
 * `rounded`: a sparse table: every count rounded on its own.
 * `rates`: rows of k of n. `costs`: rows of a distribution. `providers`: costs with the provider rules.
 * `derived`: rows computed from others (ratios, decompositions): shown only when every `n` column is large enough.
 */
export type Disclosure =
  | { readonly kind: 'crossed'; readonly row: string; readonly column: string; readonly value: string }
  | { readonly kind: 'rounded'; readonly counts: readonly string[] }
  | { readonly kind: 'rates' }
  | { readonly kind: 'costs' }
  | {
      readonly kind: 'providers';
      /** Column counting the placing authorities (default `authorities`); dropped from what is shared. */
      readonly authorities?: string;
      /** Column with the largest authority's share of placements, 0–1 (default `largestShare`); dropped too. */
      readonly largestShare?: string;
    }
  | {
      readonly kind: 'derived';
      readonly counts: readonly string[];
      /** Of a further table: columns that are the sums of the figure's own, over the categories it leaves out. */
      readonly adds?: readonly string[];
    };

/** A figure before protection: what a measure hands over. Only `lib/disclosure` may turn it into a Figure. */
export interface Draft {
  readonly table: Table;
  /** Further tables the chart needs (margins, comparison), each with its own disclosure rule. */
  readonly extra?: Readonly<Record<string, { readonly table: Table; readonly disclosure: Disclosure }>>;
  readonly disclosure: Disclosure;
  readonly charts: readonly Chart[];
  /** Placements this figure rests on, after exclusions. */
  readonly n: number;
  readonly exclusions: readonly { readonly label: string; readonly n: number; readonly counted?: boolean }[];
  /** Caveats of methods §0 that bear on this figure, in plain words. */
  readonly caveats: readonly string[];
  /** Warnings about this pool (polarity unknown, a risk never asked). */
  readonly warnings: readonly string[];
  /**
   * What the working view shows in their place, where the rest of the draft is cut down to what may be shared: flows
   * of one child, a price the rule of providers would withhold. Whoever does not ask for it gets the shared form.
   */
  readonly working?: () => Pick<Draft, 'table' | 'exclusions'> & Partial<Pick<Draft, 'n'>>;
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  /** The sentence a head of service would say aloud, written from the protected table. */
  readonly headline: string;
  /** What, where, when and how many. */
  readonly subtitle: string;
  readonly table: Table;
  readonly extra: Readonly<Record<string, Table>>;
  /** One sentence a row, where the measure writes them. */
  readonly sentences?: readonly string[];
  readonly charts: readonly Chart[];
  readonly n: Cell;
  readonly exclusions: readonly Exclusion[];
  readonly caveats: readonly string[];
  readonly warnings: readonly string[];
  /** How much of the data it rests on, in a sentence. */
  readonly restsOn: string;
  readonly recording: readonly Recording[];
  readonly source: string;
  readonly protection: 'working' | 'sharing';
  /** What protection did, in words; empty when nothing needed protecting. */
  readonly protectionNotes: readonly string[];
}

export function isWithheld(cell: Cell | undefined): cell is Withheld {
  return typeof cell === 'object';
}
