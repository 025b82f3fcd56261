/**
 * The cheapest closed loop of cells through a small one: moving the same number up and down round the
 * loop changes no total, so a reader cannot tell how far it was moved.
 */
import type { Network } from './network';

export interface CycleSearch {
  readonly network: Network;
  /** True counts by cell index; zeros are published and can carry nothing. */
  readonly values: Float64Array;
  /** What it costs to hide a cell; 0 when it is hidden already. */
  readonly cost: Float64Array;
}

export interface Cycle {
  readonly cells: readonly number[];
  readonly cost: number;
}

/**
 * Cheapest loop through `cell` that lets it rise by `rise` and fall by `fall` (both whole numbers), or
 * null. Every cell that falls with it needs that much above 1. Dijkstra over rows and columns.
 */
export function cheapestCycle(search: CycleSearch, cell: number, rise: number, fall: number): Cycle | null {
  const { network, values, cost } = search;
  const rows = network.nodes - network.columns;
  const source = network.head[cell] as number;
  const sink = network.tail[cell] as number;
  const distance = new Float64Array(network.nodes).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(network.nodes).fill(-1);
  const done = new Uint8Array(network.nodes);
  distance[source] = 0;
  for (;;) {
    let node = -1;
    for (let other = 0; other < network.nodes; other++) {
      const closer = node < 0 || (distance[other] as number) < (distance[node] as number);
      if (!done[other] && closer && distance[other] !== Number.POSITIVE_INFINITY) node = other;
    }
    if (node < 0) return null;
    if (node === sink) break;
    done[node] = 1;
    const [start, step, count] =
      node < rows ? [node * network.columns, 1, network.columns] : [node - rows, network.columns, rows];
    for (let i = 0, arc = start; i < count; i++, arc += step) {
      if (arc === cell || values[arc] === 0) continue;
      const forward = network.tail[arc] === node;
      if ((values[arc] as number) - 1 < (forward ? fall : rise)) continue;
      const to = (forward ? network.head[arc] : network.tail[arc]) as number;
      const length = (distance[node] as number) + (cost[arc] as number);
      if (length < (distance[to] as number)) {
        distance[to] = length;
        via[to] = arc;
      }
    }
  }
  const cells: number[] = [];
  for (let node = sink; node !== source; ) {
    const arc = via[node] as number;
    cells.push(arc);
    node = (network.tail[arc] === node ? network.head[arc] : network.tail[arc]) as number;
  }
  return { cells, cost: distance[sink] as number };
}
