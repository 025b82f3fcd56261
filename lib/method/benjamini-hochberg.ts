/**
 * q values of a family of p values, in the order given: the false discovery rate at which each would be named.
 * Source: Benjamini & Hochberg (1995), step-up.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const qs = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, index }, fromTop) => {
    least = Math.min(least, p * (ps.length / (ps.length - fromTop)));
    qs[index] = least;
  });
  return qs;
}
