import { everyAuthority } from './authorities';
import { nationalPlaces } from './places';
import type { CanonicalRow } from './row';
import { generateRows } from './rows';

/** A pool of national size for benchmarks: 150 authorities, 2,000 providers, all of England and Wales. */
export function generateNationalRows(options: {
  readonly rows: number;
  readonly seed: number;
}): Generator<CanonicalRow> {
  const largest = [...everyAuthority].sort((one, other) => other.children - one.children).slice(0, 150);
  return generateRows({ ...options, authorities: largest, districts: nationalPlaces(), providers: 2000 });
}
