/** Every kind of problem a file can have, with its words: the pool stores them as codes. */
import { fields } from '@/lib/standard/fields';
import { duplicateRule, rowRules, undatedRule, unreadableAdvice } from '@/lib/standard/rule';

/** Why a row is set aside: the reason is its rule. */
export const setAsideReasons = {
  'headings repeated': 'This row repeats the column headings. It holds no child.',
  'group row': 'This row names groups of columns. It holds no child.',
  'description row': 'This row describes the columns. It holds no child.',
  'example row': 'This is the template’s own example, not a child. Delete it.',
  'totals or notes': 'This row reads as a total or a note. If it is a placement, give its child ID.',
  'cells out of place':
    'This row has more cells than there are headings, and values under the wrong ones: put quotes round any text that holds the separator.',
  'no child ID': 'There is no child ID, so the row cannot be used. Give one.',
  'no authority': 'The row’s local authority is blank. Give its name, GSS code or DfE number.',
  'authority not known': 'The row’s local authority is not one of the English authorities. Correct it.',
  'counted once': 'Another row of this file gives the same placement, alike in every field. It is counted once.',
  'replaced by a later file':
    'A later file gives the same placement. Its row is used; take that file out and this row returns.',
} as const;

export type SetAsideReason = keyof typeof setAsideReasons;

/** Problems of a cell or a file that the standard's rules do not name. */
export const fileNotes = {
  'not understood': '',
  'surplus cells': 'This row has more cells than there are headings. What was beyond them is not kept.',
  'quote not paired': 'A quotation mark on this row has no partner. Check that the cells after it are in place.',
  'authority assumed': 'The row’s own authority was blank or not known, so the file’s was used. Check it.',
  'month before day':
    'Some dates in this column can only be read month first, such as 04/18/2024. Every date is read day first, so others here may be wrong: write each day first, or as 2024-04-18.',
  'columns repeated': 'Two columns hold this field. The first with a value was used in each row.',
  'not collected':
    'This file has no column for the field: not collected, which is not the same as no. Where it is known, add the column.',
} as const;

export type FileNote = keyof typeof fileNotes;

export const problemRules: readonly string[] = [
  ...new Set<string>([
    ...Object.keys(setAsideReasons),
    ...Object.keys(fileNotes),
    ...rowRules.map((rule) => rule.rule),
    duplicateRule.rule,
    undatedRule.rule,
  ]),
];

export const problemAdvice: readonly string[] = [
  ...new Set<string>([
    ...Object.values(setAsideReasons),
    ...Object.values(fileNotes),
    ...fields.map((field) => unreadableAdvice(field.name)),
    ...rowRules.map((rule) => rule.advice),
    duplicateRule.advice,
    undatedRule.advice,
  ]),
];
