/**
 * A plain two-phase simplex for the attacker of the tests: least and greatest of a sum of unknowns x ≥ 0
 * under `low ≤ Σ x ≤ high` facts. Dense; for a few hundred unknowns.
 */
export interface Fact {
  /** Unknowns added up. */
  readonly over: readonly number[];
  readonly low: number;
  readonly high: number;
}

const tiny = 1e-7;

export class Attacker {
  #rows: Float64Array[] = [];
  #basis: number[] = [];
  readonly #width: number;
  readonly #barred: number;

  constructor(unknowns: number, facts: readonly Fact[]) {
    const lines = facts.flatMap(({ over, low, high }) => [
      ...(low > 0 ? [{ over, bound: low, sign: -1 }] : []),
      ...(Number.isFinite(high) ? [{ over, bound: high, sign: 1 }] : []),
    ]);
    this.#barred = unknowns + lines.length;
    this.#width = this.#barred + lines.length + 1;
    const phase = new Float64Array(this.#width);
    lines.forEach(({ over, bound, sign }, i) => {
      const row = new Float64Array(this.#width);
      for (const index of over) row[index] = 1;
      row[unknowns + i] = sign;
      row[this.#width - 1] = bound;
      if (sign === 1) this.#basis.push(unknowns + i);
      else {
        row[this.#barred + i] = 1;
        this.#basis.push(this.#barred + i);
        for (let j = 0; j < this.#width; j++) phase[j] = (phase[j] ?? 0) - (j === this.#barred + i ? 0 : (row[j] ?? 0));
      }
      this.#rows.push(row);
    });
    this.#minimise(phase);
    if (Math.abs(phase[this.#width - 1] ?? 0) > 1e-5) throw new Error('The facts contradict one another.');
    this.#basis.forEach((variable, i) => {
      if (variable < this.#barred) return;
      const row = this.#rows[i] as Float64Array;
      const enter = row.findIndex((value, j) => j < this.#barred && Math.abs(value) > tiny);
      if (enter >= 0) this.#pivot(i, enter, new Float64Array(this.#width));
    });
  }

  /** Least and greatest value of the sum of `over`. */
  range(over: readonly number[]): readonly [number, number] {
    return [this.#least(over, 1), -this.#least(over, -1)];
  }

  #least(over: readonly number[], sign: number): number {
    const cost = new Float64Array(this.#width);
    for (const index of over) cost[index] = sign;
    this.#basis.forEach((variable, i) => {
      const factor = cost[variable] ?? 0;
      if (factor === 0) return;
      const row = this.#rows[i] as Float64Array;
      for (let j = 0; j < this.#width; j++) cost[j] = (cost[j] ?? 0) - factor * (row[j] ?? 0);
    });
    return this.#minimise(cost) ? -(cost[this.#width - 1] ?? 0) : Number.NEGATIVE_INFINITY;
  }

  #minimise(cost: Float64Array): boolean {
    for (let step = 0; step < 20_000; step++) {
      let enter = -1;
      // The steepest cost first; Bland's rule late, so that it always ends.
      for (let j = 0; j < this.#barred; j++) {
        if ((cost[j] ?? 0) >= -tiny) continue;
        if (enter < 0 || (step < 2_000 && (cost[j] ?? 0) < (cost[enter] ?? 0))) enter = j;
      }
      if (enter < 0) return true;
      let leave = -1;
      let least = Number.POSITIVE_INFINITY;
      this.#rows.forEach((row, i) => {
        const slope = row[enter] ?? 0;
        if (slope <= tiny) return;
        const ratio = (row[this.#width - 1] ?? 0) / slope;
        const better =
          ratio < least - tiny || (ratio < least + tiny && (this.#basis[i] ?? 0) < (this.#basis[leave] ?? 0));
        if (better) {
          least = Math.min(least, ratio);
          leave = i;
        }
      });
      if (leave < 0) return false;
      this.#pivot(leave, enter, cost);
    }
    throw new Error('The simplex did not end.');
  }

  #pivot(leave: number, enter: number, cost: Float64Array): void {
    const pivot = this.#rows[leave] as Float64Array;
    const scale = pivot[enter] ?? 1;
    const used: number[] = [];
    for (let j = 0; j < this.#width; j++) {
      const value = (pivot[j] ?? 0) / scale;
      pivot[j] = Math.abs(value) < 1e-11 ? 0 : value;
      if (pivot[j] !== 0) used.push(j);
    }
    for (const row of [...this.#rows, cost]) {
      const factor = row[enter] ?? 0;
      if (row === pivot || Math.abs(factor) < 1e-11) continue;
      for (const j of used) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
      row[enter] = 0;
    }
    this.#basis[leave] = enter;
  }
}
