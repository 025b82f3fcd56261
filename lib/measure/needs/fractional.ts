/** The fractional view of the matrix: a row with several Preferred types counts 1/|S| in each. */
import type { TableRow } from '@/lib/figure/figure';
import type { Matrix } from '@/lib/measure/needs/sought-secured';
import { securedValues, typeValues } from '@/lib/measure/needs/type';

interface PreferredSet {
  /** 1 foster + 2 residential + 4 supported. */
  readonly preferredSet: number;
  readonly secured: string | null;
  readonly n: number;
}

/** Rows sought × secured over the three types and Not stated; they add up to the plain matrix. */
export function fractionalRows(matrix: Matrix, sets: readonly PreferredSet[]): readonly TableRow[] {
  const shared = (type: number, secured: string) =>
    sets.reduce((sum, set) => {
      if (set.secured !== secured || !(set.preferredSet & (1 << type))) return sum;
      const size = [1, 2, 4].filter((bit) => set.preferredSet & bit).length;
      return sum + set.n / size;
    }, 0);
  return [...typeValues, 'Not stated'].flatMap((sought, type) =>
    securedValues.map((secured) => ({
      sought,
      secured,
      n: matrix.at(sought, secured) + (sought === 'Not stated' ? 0 : shared(type, secured)),
    })),
  );
}
