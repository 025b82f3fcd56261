/** What a click on a mark, or Enter on its row, means as a filter. */
import type { TableRow } from '@/lib/figure/figure';
import { bandChoices, needChoices, noticeChoices, securedChoices, soughtChoices } from '@/lib/view/choices';
import type { View } from '@/lib/view/view';

function chosen<Value extends string>(choices: readonly { readonly value: Value }[], cell: unknown): Value | undefined {
  return choices.find((choice) => choice.value === cell)?.value;
}

/** The part of a view that keeps only a row's placements; empty where the row is no filter (a total, a month). */
export function patchOf(row: TableRow): Partial<View> {
  const sought = chosen(soughtChoices, row.sought);
  const secured = chosen(securedChoices, row.secured);
  const band = chosen(bandChoices, row.needBand);
  const notice = chosen(noticeChoices, row.neededBy);
  const need = chosen(needChoices, row.need);
  const authority = typeof row.la_code === 'string' && /^E\d{8}$/.test(row.la_code) ? row.la_code : undefined;
  return {
    ...(sought && { sought: [sought] }),
    ...(secured && { secured: [secured] }),
    ...(band && { band: [band] }),
    ...(notice && { notice: [notice] }),
    ...(need && { needs: [need], needsMatch: 'any' as const }),
    ...(authority && { authorities: [authority] }),
  };
}

/** Whether any of a figure's rows is a filter: otherwise its marks are not offered as buttons. */
export function selectable(rows: readonly TableRow[]): boolean {
  return rows.some((row) => Object.keys(patchOf(row)).length > 0);
}
