'use client';
import type { TableRow } from '@/lib/figure/figure';
import { patchOf } from '../screen/select';
import { type Considered, considered } from './considered';
import { useConsider } from './considering';

/** For what stands for a row, in a drawing or a table. What a press would change is worked out when somebody comes near, not when it is drawn. */
export function useConsideredRow(): (row: TableRow) => Considered {
  const consider = useConsider();
  return (row) => considered<TableRow>((one, pressed) => consider(one && patchOf(one), pressed), row);
}
