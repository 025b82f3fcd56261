/** Why a file cannot be read at all. The pool is as it was whenever one of these is thrown. */
export type UnreadableReason =
  | 'empty'
  | 'header only'
  | 'spreadsheet'
  | 'old spreadsheet'
  | 'compressed'
  | 'picture'
  | 'pdf'
  | 'binary'
  | 'no header'
  | 'no child ID';

const sentences: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
  empty: ['The file is empty.', 'Check that it finished downloading, or ask for it again.'],
  'header only': ['The file has a header but no rows below it.', 'Check that the right sheet was saved.'],
  spreadsheet: [
    'This is a spreadsheet or a zip file, not a CSV.',
    'Give it its own ending, .xlsx or .zip, and add it again.',
  ],
  'old spreadsheet': [
    'This is an old Excel file (.xls) or one protected by a password.',
    'Open it in Excel, remove the password, and save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”.',
  ],
  compressed: ['This is a compressed file.', 'Unpack it and add the files inside.'],
  picture: ['This is a picture.', 'Add the spreadsheet or CSV that it shows.'],
  pdf: ['This is a PDF.', 'Ask for the spreadsheet or CSV it was made from.'],
  binary: ['This is not a text file.', 'Save the return as “CSV UTF-8” or “Excel Workbook (.xlsx)”.'],
  'no header': [
    'No row of column headings from the Placements Data Standard was found in the first rows.',
    'Check that this is a placements return and that its headings are still there.',
  ],
  'no child ID': [
    'No column holds the child ID, so no row can be told from another.',
    'Name the column child_ID, or say which column it is.',
  ],
};

/** A heading that is close to a known one: mapped only when the caller confirms it. */
export interface Proposal {
  readonly heading: string;
  readonly field: string;
  /** 0 to 1; 1 is the same. */
  readonly likeness: number;
}

/** `message` says what is wrong and `advice` what to do; both are for the screen. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly advice: string;

  constructor(
    readonly reason: UnreadableReason,
    readonly headings: readonly string[] = [],
    readonly proposals: readonly Proposal[] = [],
  ) {
    super(sentences[reason][0]);
    this.advice = sentences[reason][1];
  }
}
