/**
 * A two-way table with totals as a network: rows and columns (the totals' own row and column too) are
 * nodes, cells are arcs, and every additive relation is conservation at a node. Hence the exact range
 * of a cell is a maximum flow (Gusfield 1988; Kelly, Golden & Assad 1992).
 */

/** Counts with the totals as last row and last column. */
export type Grid = readonly (readonly number[])[];

/** How far a cell may lie above and below its true value in the eyes of a reader. */
export interface Freedom {
  readonly up: number;
  readonly down: number;
}

export interface Network {
  readonly nodes: number;
  /** Arc of cell `index` runs from `tail[index]` to `head[index]`; index = row × columns + column. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly columns: number;
}

export function tableNetwork(rows: number, columns: number): Network {
  const tail = new Int32Array(rows * columns);
  const head = new Int32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // Core cells and the grand total run row → column; row and column totals run back, closing each sum.
      const forward = (row === rows - 1) === (column === columns - 1);
      tail[row * columns + column] = forward ? row : rows + column;
      head[row * columns + column] = forward ? rows + column : row;
    }
  }
  return { nodes: rows + columns, tail, head, columns };
}

/** The arcs a reader cannot fix, with their freedom, ready for repeated flows. */
export class Flow {
  readonly #network: Network;
  readonly #next: Int32Array;
  readonly #first: Int32Array;
  readonly #residual: Float64Array;
  readonly #via: Int32Array;
  readonly #queue: Int32Array;
  #touched: number[] = [];

  constructor(network: Network) {
    this.#network = network;
    this.#first = new Int32Array(network.nodes).fill(-1);
    this.#next = new Int32Array(network.tail.length * 2).fill(-1);
    this.#residual = new Float64Array(network.tail.length * 2);
    this.#via = new Int32Array(network.nodes);
    this.#queue = new Int32Array(network.nodes);
    // Half-arc 2a leaves the tail of arc a, 2a + 1 leaves its head.
    for (let half = 0; half < this.#next.length; half++) {
      const from = this.#from(half);
      this.#next[half] = this.#first[from] as number;
      this.#first[from] = half;
    }
  }

  #from(half: number): number {
    return (half % 2 === 0 ? this.#network.tail[half >> 1] : this.#network.head[half >> 1]) as number;
  }

  #to(half: number): number {
    return (half % 2 === 0 ? this.#network.head[half >> 1] : this.#network.tail[half >> 1]) as number;
  }

  set(arc: number, freedom: Freedom): void {
    this.#residual[2 * arc] = freedom.up;
    this.#residual[2 * arc + 1] = freedom.down;
  }

  /** Arcs that carried anything in the last flow. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  /** Adds arcs to `touched`, to remember two flows as one. */
  touch(arcs: readonly number[]): void {
    this.#touched.push(...arcs);
  }

  /**
   * How far cell `arc` can rise (or fall) when every other cell moves within its freedom; stops at `limit`.
   * The freedoms are left as they were.
   */
  reach(arc: number, direction: 'up' | 'down', limit: number): number {
    const own = this.#residual[2 * arc + (direction === 'up' ? 0 : 1)] as number;
    const saved = [this.#residual[2 * arc] as number, this.#residual[2 * arc + 1] as number] as const;
    this.set(arc, { up: 0, down: 0 });
    this.#touched = [];
    const changes: [number, number][] = [];
    const tail = this.#network.tail[arc] as number;
    const head = this.#network.head[arc] as number;
    const [source, sink] = direction === 'up' ? [head, tail] : [tail, head];
    const wanted = Math.min(own, limit);
    let total = 0;
    while (total < wanted) {
      const step = Math.min(this.#path(source, sink), wanted - total);
      if (step <= 0) break;
      total += step;
      if (step === Number.POSITIVE_INFINITY) break;
      for (let node = sink; node !== source; ) {
        const half = this.#via[node] as number;
        changes.push([half, step]);
        this.#residual[half] = (this.#residual[half] as number) - step;
        this.#residual[half ^ 1] = (this.#residual[half ^ 1] as number) + step;
        this.#touched.push(half >> 1);
        node = this.#from(half);
      }
    }
    for (const [half, step] of changes) {
      this.#residual[half] = (this.#residual[half] as number) + step;
      this.#residual[half ^ 1] = (this.#residual[half ^ 1] as number) - step;
    }
    this.set(arc, { up: saved[0], down: saved[1] });
    return total;
  }

  /** Breadth first, so the fewest cells; returns what the path carries, 0 when there is none. */
  #path(source: number, sink: number): number {
    const { nodes } = this.#network;
    this.#via.fill(-1, 0, nodes);
    this.#queue[0] = source;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const node = this.#queue[at] as number;
      for (let half = this.#first[node] as number; half >= 0; half = this.#next[half] as number) {
        if ((this.#residual[half] as number) <= 0) continue;
        const to = this.#to(half);
        if (to === source || (this.#via[to] as number) >= 0) continue;
        this.#via[to] = half;
        if (to === sink) return this.#capacity(source, sink);
        this.#queue[end++] = to;
      }
    }
    return 0;
  }

  #capacity(source: number, sink: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let node = sink; node !== source; ) {
      const half = this.#via[node] as number;
      least = Math.min(least, this.#residual[half] as number);
      node = this.#from(half);
    }
    return least;
  }
}
