/** Promise of lib/method: pure statistics by published formulas, numbers in and numbers out, and never a NaN. */

const hartTop = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const hartBottom = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * Φ(z): the standard normal's probability below `z`, in [0, 1], to about 1e-15 (a far tail to 8 figures).
 * Source: Hart (1968) as given by West, "Better approximations to cumulative normal functions", 2005.
 */
export function normalBelow(z: number): number {
  const size = Math.abs(z);
  if (size > 37) return z > 0 ? 1 : 0;
  const bell = Math.exp((-size * size) / 2);
  const tail =
    size < 7.07106781186547
      ? (bell * polynomial(hartTop, size)) / polynomial(hartBottom, size)
      : bell / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))) / 2.506628274631;
  return z > 0 ? 1 - tail : tail;
}

/** Probability of a value at least as far from 0 as `z` on either side: a two-sided p, in [0, 1]. */
export function normalBothTails(z: number): number {
  return Math.min(1, 2 * normalBelow(-Math.abs(z)));
}

const centre = {
  top: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  bottom: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};
const shoulder = {
  top: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  bottom: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const farTail = {
  top: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  bottom: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};

/**
 * The z below which the standard normal has probability `p`; ±Infinity at 0 and 1.
 * Source: Wichura (1988), Applied Statistics algorithm AS 241 (PPND16).
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) {
    const square = 0.180625 - offset * offset;
    return (offset * polynomial(centre.top, square)) / polynomial(centre.bottom, square);
  }
  const root = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const [part, shift] = root <= 5 ? [shoulder, 1.6] : [farTail, 5];
  const size = polynomial(part.top, root - shift) / polynomial(part.bottom, root - shift);
  return offset < 0 ? -size : size;
}

/** z of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;
