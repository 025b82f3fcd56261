/** Every rule there is, so that a rule nobody broke can be seen to have been checked. */
import { poolFields } from '@/lib/standard/fields';
import { duplicateRule, rowRules, undatedRule } from '@/lib/standard/rule';
import type { ProblemKind } from './effect';

const free = new Set(['text', 'officer']);

export const allRules: readonly ProblemKind[] = [
  ...poolFields
    .filter(({ type }) => !free.has(type))
    .map(({ name }) => ({ rule: 'not understood', field: name, severity: 'violation' as const })),
  ...rowRules.map(({ rule, field, severity }) => ({ rule, field, severity })),
  ...[duplicateRule, undatedRule].map(({ rule, field, severity }) => ({ rule, field, severity })),
];
