/** What a dropped file holds, one part a table: a CSV is one, a workbook or an archive may be several. */
export type Part =
  | { readonly kind: 'text'; readonly name: string; readonly content: Blob | Uint8Array }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly rows: readonly (readonly string[])[];
      /** Row numbers as the spreadsheet shows them. */
      readonly numbers: readonly number[];
      /** Placement records, each an object, rather than rows of a sheet. */
      readonly records?: true;
    }
  /** A whole pool saved here: its sources, rows and settings. */
  | { readonly kind: 'pool'; readonly name: string; readonly bytes: Uint8Array }
  /** A part that cannot be read: why, and what to do. The others are not affected. */
  | { readonly kind: 'refused'; readonly name: string; readonly message: string; readonly advice: string };

export function refused(name: string, error: unknown): Part {
  const message = error instanceof Error ? error.message : String(error);
  const advice = error instanceof Error && 'advice' in error && typeof error.advice === 'string' ? error.advice : '';
  return { kind: 'refused', name, message, advice: advice || 'Check the file, or ask for it again.' };
}
