export type UnreadableKind =
  | 'password'
  | 'old-excel'
  | 'binary-excel'
  | 'web-page'
  | 'numbers'
  | 'too-large'
  | 'damaged'
  | 'empty'
  | 'not-json';

/** What to do next, in words for the person who has the file. */
const advice: Readonly<Record<UnreadableKind, string>> = {
  password:
    'Open it in Excel with its password, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, save and try again.',
  'old-excel': 'Open it in Excel, choose File, Save As, pick “Excel Workbook (.xlsx)” and try again with the new file.',
  'binary-excel':
    'Open it in Excel, choose File, Save As, pick “Excel Workbook (.xlsx)” and try again with the new file.',
  'web-page':
    'Some case systems give a web page the name of a spreadsheet. Open it in Excel, choose File, Save As, pick “Excel Workbook (.xlsx)” and try again.',
  numbers: 'Open it in Numbers, choose File, Export To, Excel, and try again with the new file.',
  'too-large': 'Split it into smaller files, for example one a quarter, or save the data sheet alone as “CSV UTF-8”.',
  damaged:
    'It may not have finished copying or downloading. Ask for it again, or open it in Excel and save a fresh copy.',
  empty: 'Check that this is the right file, and ask for it again if it should not be empty.',
  'not-json': 'Ask for it again from the system that made it, or ask for a spreadsheet instead.',
};

/** A file that cannot be read. `message` says what is wrong; `advice` says what its sender can do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly advice: string;

  constructor(
    readonly kind: UnreadableKind,
    message: string,
  ) {
    super(message);
    this.advice = advice[kind];
  }
}
