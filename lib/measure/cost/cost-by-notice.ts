import { codedSpread, costByLevel } from '@/lib/measure/cost/level';
import { trait } from '@/lib/measure/cost/packed-costs';
import { spreadsBy } from '@/lib/measure/cost/spread';

const notices = ['Today', '< 5 days', '> 5 days', 'Not recorded'] as const;
const words = {
  Today: 'where it is needed the same day',
  '< 5 days': 'within the next 5 days',
  '> 5 days': 'after more than 5 days',
  'Not recorded': '',
} as const;

export const costByNotice = costByLevel({
  id: 'cost-by-notice',
  title: 'Cost per week by notice given',
  by: 'by type of home secured and when it was needed by',
  column: { name: 'neededBy', label: 'Needed by', kind: 'dimension' },
  definition: {
    words: 'What placements cost a week by how soon they were needed.',
    formula: 'Total weekly cost by "when placement is needed by" and type secured',
  },
  caveats: [
    'Children needed at short notice differ in other ways too: this is not the price of short notice by itself.',
  ],
  unlike: 'before needs are allowed for',
  levels: () => notices.map((name) => ({ name, words: words[name] })),
  spreads: (costs, slices, { labels }) => {
    const groupOf = codedSpread(notices, labels.notice, trait.notice);
    return spreadsBy(costs, slices, notices.length, (traits) => Math.min(groupOf(traits), notices.length - 1));
  },
});
