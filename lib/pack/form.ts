/** The forms a figure can be taken in, besides CSV; the writers come when one is asked for. */
export const forms = [
  { form: 'xlsx', label: 'Excel workbook (XLSX)' },
  { form: 'ods', label: 'OpenDocument spreadsheet (ODS)' },
  { form: 'png', label: 'Picture (PNG)' },
  { form: 'svg', label: 'Drawing (SVG)' },
  { form: 'table', label: 'Copy table' },
  { form: 'picture', label: 'Copy picture' },
] as const;

export type Form = 'csv' | (typeof forms)[number]['form'];
