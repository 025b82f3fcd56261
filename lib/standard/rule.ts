/**
 * The rules the standard checks, each as an SQL predicate over one row of the pool. Values outside their
 * list are found while reading; duplicates need more than one row; both are listed here for their words.
 */
import { expectation } from '@/lib/standard/advice';
import { listHolds } from '@/lib/standard/derived';
import { categoricalRisks, type FieldName, fields, labelOf } from '@/lib/standard/fields';

export type Severity = 'set aside' | 'violation' | 'warning' | 'note';
export const severities: readonly Severity[] = ['set aside', 'violation', 'warning', 'note'];

export interface Rule {
  /** Stable name: `missing`, `negative cost`. Several fields may share one. */
  readonly rule: string;
  readonly field: FieldName;
  readonly severity: Severity;
  /** True where the row breaks the rule. */
  readonly breaks: string;
  /** The offending value as text, where there is one. */
  readonly value?: string;
  readonly advice: string;
}

const money = fields.filter((field) => field.type === 'money').map((field) => field.name);
const parts = money.filter((name) => name !== 'totalWeeklyCost');
const partSum = parts.map((name) => `coalesce(${name}, 0)`).join(' + ');
const partGiven = `coalesce(${parts.join(', ')}) IS NOT NULL`;

function missing(field: FieldName, placedOnly = false): Rule {
  return {
    rule: 'missing',
    field,
    severity: 'violation',
    breaks: placedOnly ? `${field} IS NULL AND placed` : `${field} IS NULL`,
    advice: `This is blank. ${expectation(field)}`,
  };
}

function otherUnsaid(field: FieldName, text: FieldName, chosen: string): Rule {
  return {
    rule: 'other not explained',
    field: text,
    severity: 'violation',
    breaks: `${chosen} AND ${text} IS NULL`,
    advice: `“Other” was chosen for “${labelOf(field)}”: say what it is.`,
  };
}

/** Rules that one row can break by itself. */
export const rowRules: readonly Rule[] = [
  missing('neededBy'),
  missing('fosterCareSuitability'),
  missing('residentialCareSuitability'),
  missing('supportedAccommodationSuitability'),
  ...categoricalRisks.map((risk) => ({
    ...missing(risk.name),
    advice: `This is blank. ${expectation(risk.name)} Even “No known risk” must be said.`,
  })),
  missing('referralDate'),
  missing('placementDate', true),
  missing('costDate', true),
  ...money.map((field) => ({
    rule: 'negative cost',
    field,
    severity: 'violation' as const,
    breaks: `${field} < 0`,
    value: `${field}::VARCHAR`,
    advice: 'A weekly cost cannot be less than nothing. Correct the amount.',
  })),
  otherUnsaid('outOfLAReason', 'outOfLAReasonOther', `outOfLAReason = 'Other'`),
  otherUnsaid('culturalNeeds', 'culturalNeedsOther', `culturalNeeds = 'Other'`),
  otherUnsaid(
    'specificCommunicationRequirement',
    'specificCommunicationRequirementOther',
    listHolds('specificCommunicationRequirement', 'Other'),
  ),
  otherUnsaid('additionalSupport', 'additionalSupportOther', listHolds('additionalSupport', 'Other')),
  {
    rule: 'cost out of range',
    field: 'totalWeeklyCost',
    severity: 'warning',
    breaks: '(totalWeeklyCost >= 0 AND totalWeeklyCost < 100) OR totalWeeklyCost > 100000',
    value: 'totalWeeklyCost::VARCHAR',
    advice: 'A weekly cost is usually between £100 and £100,000. Check the amount and that it is for one week.',
  },
  {
    rule: 'costs do not add up',
    field: 'totalWeeklyCost',
    severity: 'warning',
    breaks: `totalWeeklyCost IS NOT NULL AND ${partGiven} AND abs(${partSum} - totalWeeklyCost) > 1`,
    value: `totalWeeklyCost::VARCHAR || ' against ' || (${partSum})::VARCHAR`,
    advice: 'The parts of the cost do not add up to the total. Correct the parts or the total.',
  },
  {
    rule: 'placement without referral date',
    field: 'referralDate',
    severity: 'warning',
    breaks: 'placed AND referralDate IS NULL',
    advice: 'A placement is recorded, so the referral date should be too.',
  },
  {
    rule: 'placement without needed-by',
    field: 'neededBy',
    severity: 'warning',
    breaks: 'placed AND neededBy IS NULL',
    advice: 'A placement is recorded, so when it was needed by should be too.',
  },
  {
    rule: 'placement before referral',
    field: 'placementDate',
    severity: 'warning',
    breaks: 'placementDate < referralDate',
    value: 'placementDate::VARCHAR',
    advice: 'The placement starts before the referral was received. Check both dates.',
  },
];

/** Rules found elsewhere, with their words. */
export const duplicateRule = {
  rule: 'duplicate',
  field: 'childId',
  severity: 'warning',
  advice: 'Another row has the same child and referral date. Delete one if it is the same referral.',
} as const;

export const undatedRule = {
  rule: 'may be counted twice',
  field: 'referralDate',
  severity: 'warning',
  advice:
    'The child has another row, and without a referral date nobody can tell whether both are one placement. Give the referral date, or delete one.',
} as const;

/** The advice for a value outside its list, a date that cannot be, words where an amount should be. */
export function unreadableAdvice(field: FieldName): string {
  return `Not understood, so not recorded. ${expectation(field)}`;
}
