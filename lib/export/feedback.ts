import { columnLetters } from '@/lib/workbook/reference';
import { type Book, type BookCell, day, sheetNames, text } from './book';
import { type ExportFile, fileName } from './export';
import { neutralise } from './neutral';
import { writeXlsx } from './xlsx';

export type Severity = 'set aside' | 'violation' | 'warning' | 'note';

/** One cell of a return that breaks a rule of the standard, as the report of loading found it. */
export interface FeedbackProblem {
  /** GSS code of the authority whose return it is: anyone else's is refused. */
  readonly authority: string;
  readonly file: string;
  /** The row as a spreadsheet numbers it, heading counted; null when the whole file or column is meant. */
  readonly row: number | null;
  /** Whose row it is, as the return has it; empty where the row gives no child. */
  readonly child: string;
  /** The column's heading as the file spells it. */
  readonly column: string;
  /** From 0, when the file was a spreadsheet: gives the cell's address. */
  readonly columnNumber?: number;
  readonly value: string;
  /** What the standard expects, and what to do. */
  readonly expected: string;
  readonly severity: Severity;
}

export interface FeedbackRequest {
  readonly authority: { readonly code: string; readonly name: string };
  /** What was returned, in words: `January to March 2026`. */
  readonly period: string;
  /** The day of writing, `YYYY-MM-DD`. */
  readonly written: string;
  /** Rows read in this authority's files. */
  readonly rows: number;
  readonly problems: readonly FeedbackProblem[];
}

const severities: readonly { readonly severity: Severity; readonly label: string; readonly meaning: string }[] = [
  { severity: 'set aside', label: 'Must fix', meaning: 'The row could not be used at all.' },
  { severity: 'violation', label: 'Must fix', meaning: 'The value breaks the standard and was left out.' },
  { severity: 'warning', label: 'Please check', meaning: 'The value was used, but looks wrong.' },
  {
    severity: 'note',
    label: 'For information',
    meaning: 'Nothing to do: the form never asked, or the row holds no child of its own.',
  },
];

const rank = (problem: FeedbackProblem) => severities.findIndex(({ severity }) => severity === problem.severity);
const labelOf = (severity: Severity) => severities.find((known) => known.severity === severity)?.label ?? severity;
/** An amount less than nothing is no formula. */
const plain = (value: string) =>
  text(/^-\d+(\.\d+)?( against -?\d+(\.\d+)?)?$/.test(value) ? value : neutralise(value), 'wrapped');
const whole = (value: number): BookCell => ({ kind: 'number', value, style: 'count' });

/** A longer list is one mistake repeated, which the summary says better. */
const longestList = 20_000;

function address({ row, columnNumber }: FeedbackProblem): string {
  return row === null || columnNumber === undefined ? '' : `${columnLetters(columnNumber)}${row}`;
}

/** Problems of the same column and expectation, the gravest and commonest first. */
function summary(problems: readonly FeedbackProblem[]): BookCell[][] {
  const kinds = new Map<string, { first: FeedbackProblem; count: number }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.severity, problem.column, problem.expected]);
    const known = kinds.get(key);
    kinds.set(key, { first: known?.first ?? problem, count: (known?.count ?? 0) + 1 });
  }
  return [...kinds.values()]
    .sort((one, other) => rank(one.first) - rank(other.first) || other.count - one.count)
    .map(({ first, count }) => [
      text(labelOf(first.severity)),
      plain(first.column),
      whole(count),
      plain(first.expected),
    ]);
}

function cellRows(problems: readonly FeedbackProblem[]): BookCell[][] {
  return problems
    .slice(0, longestList)
    .map((problem) => [
      plain(problem.file),
      problem.row === null ? text('whole column') : { kind: 'number', value: problem.row, style: 'general' },
      plain(problem.child),
      plain(problem.column),
      text(address(problem)),
      problem.value === '' ? text(problem.row === null ? '' : '(empty)') : plain(problem.value),
      plain(problem.expected),
      text(labelOf(problem.severity)),
    ]);
}

const headings = (...labels: string[]) => labels.map((label) => text(label, 'heading'));

/** A workbook for one authority: what to fix first, then every cell to look at. Throws on anyone else's rows. */
export function feedbackBook({ authority, period, written, rows, problems }: FeedbackRequest): Book {
  const stranger = problems.find((problem) => problem.authority !== authority.code);
  if (stranger) throw new Error(`Feedback for ${authority.code} was given a row of ${stranger.authority}.`);
  const sorted = [...problems].sort(
    (one, other) => rank(one) - rank(other) || one.file.localeCompare(other.file) || (one.row ?? 0) - (other.row ?? 0),
  );
  const [first = '', second = ''] = sheetNames(['What to fix', 'Cells to look at']);
  const more = problems.length > longestList ? ` The second sheet lists the first ${longestList} of them.` : '';
  const cover: BookCell[][] = [
    [text(`Placement return: what to fix, ${authority.name}`, 'title')],
    [text(`${period}. ${rows} rows read, ${problems.length} cells to look at.${more}`, 'subtitle')],
    [text('For the recording authority only: it quotes values of your return.', 'warning')],
    [text('Written on', 'label'), day(written)],
    [],
    [
      text(
        '1. Correct the cells in your own copy of the return, gravest first: the second sheet gives each one’s row and cell.',
      ),
    ],
    [text('2. Save it and send the whole return again; the later file replaces the earlier one.')],
    [],
    headings('How grave', 'Column', 'Cells', 'What is expected'),
    ...summary(problems),
    [],
    ...severities.map(({ label, meaning }) => [text(label), text(meaning)]),
  ];
  return {
    title: `Placement return feedback, ${authority.name}`,
    sheets: [
      { name: first, rows: cover, widths: [18, 44, 10, 90], frozenRows: 0, frozenColumns: 0 },
      {
        name: second,
        rows: [
          headings('File', 'Row', 'Child ID', 'Column', 'Cell', 'What it says', 'What is expected', 'How grave'),
          ...cellRows(sorted),
        ],
        widths: [30, 14, 14, 36, 8, 30, 70, 16],
        frozenRows: 1,
        frozenColumns: 0,
      },
    ],
  };
}

/** `INTERNAL feedback Somerset January to March 2026.xlsx`, to send back to that authority alone. */
export async function feedbackFile(request: FeedbackRequest): Promise<ExportFile> {
  return {
    name: fileName(`feedback ${request.authority.name} ${request.period}`, 'xlsx', true),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeXlsx(feedbackBook(request)),
  };
}
