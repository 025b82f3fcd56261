import { costByLevel } from '@/lib/measure/cost/level';
import { trait } from '@/lib/measure/cost/packed-costs';
import { spreadsBy } from '@/lib/measure/cost/spread';

const levels = [
  { name: 'A type that was asked for', words: 'where it is a type that was asked for' },
  { name: 'Another type (displaced)', words: 'where another type was asked for' },
  { name: 'No preference recorded', words: '' },
] as const;

export const costByMatch = costByLevel({
  id: 'cost-by-match',
  title: 'Cost per week, matched against displaced',
  by: 'by type of home secured and whether it was asked for',
  column: { name: 'match', label: 'Against what was asked for', kind: 'dimension' },
  definition: {
    words:
      'What placements cost a week where the child got a type of home recorded as preferred, and where the child got another.',
    formula: 'Matched: the type secured is one of those marked Preferred',
  },
  caveats: [
    'Each type is compared within itself: a child for whom a foster home was asked for and who lives in residential care is set against other children in residential care. How much more homes not found cost than the period before is under “What drove the change”.',
    'A displaced placement is not always avoidable: a child’s plan may have changed since the referral.',
  ],
  unlike: 'before needs are allowed for',
  levels: () => levels,
  spreads: (costs, slices) =>
    spreadsBy(costs, slices, levels.length, (traits) => {
      const code = trait.match(traits);
      return code === 1 ? 0 : code === 0 ? 1 : 2;
    }),
});
