/** Which version of the standard's form a file was made with, and which fields that form never asked. */
import { type FieldName, fields } from '@/lib/standard/fields';

export type Template = 'June 2026' | 'April 2026' | 'v2 spreadsheet' | 'v2 JSON' | 'Not recognised';

export const templates: readonly Template[] = [
  'June 2026',
  'April 2026',
  'v2 spreadsheet',
  'v2 JSON',
  'Not recognised',
];

/** Fields the form had no column for: not collected, which is never the same as "no". */
const notAsked: Readonly<Record<Exclude<Template, 'Not recognised'>, readonly FieldName[]>> = {
  'June 2026': ['riskSexualExploitation', 'riskOther', 'riskToOthersOther', 'preferredLocation'],
  'April 2026': ['riskSexualExploitation', 'riskOther', 'preferredLocation'],
  'v2 spreadsheet': ['riskSexualExploitation', 'riskOther', 'preferredLocation'],
  'v2 JSON': fields
    .filter((field) => field.json === undefined && field.cardinality !== 'extra')
    .map((field) => field.name),
};

/** The standard's fields that a version of the form never asked. Nothing is known of a form not recognised. */
export function notCollectedBy(template: Template): readonly FieldName[] {
  return template === 'Not recognised' ? [] : notAsked[template];
}

/** The form, told from the fields a file has columns for. */
export function recogniseTemplate(collected: ReadonlySet<FieldName>, templateHeadings: boolean): Template {
  if (!templateHeadings) return collected.has('isPreferredLocationLocal') ? 'Not recognised' : 'v2 JSON';
  if (!collected.has('coreWeeklyCost')) return 'v2 spreadsheet';
  return collected.has('riskToOthersOther') ? 'April 2026' : 'June 2026';
}
