import { codedSpread, costByLevel } from '@/lib/measure/cost/level';
import { trait } from '@/lib/measure/cost/packed-costs';
import { spreadsBy } from '@/lib/measure/cost/spread';

const levels = [
  { name: 'Registered', words: 'where the provider gave a registration number' },
  { name: 'Unregistered', words: 'where it is unregistered' },
  { name: 'Not recorded', words: '' },
] as const;
const names = levels.map(({ name }) => name);

export const costByRegistration = costByLevel({
  id: 'cost-by-registration',
  title: 'Cost per week, registered and unregistered',
  by: 'by type of home secured and registration of the provider',
  column: { name: 'registration', label: 'Provider', kind: 'dimension' },
  definition: {
    words: 'What placements cost a week by what the provider URN field says: a number, "unregistered", or nothing.',
    formula: 'Unregistered: the provider URN field says so in words',
  },
  caveats: ['A blank provider number is not the same as an unregistered provider.'],
  unlike: 'before needs are allowed for',
  levels: () => levels,
  spreads: (costs, slices, { labels }) =>
    spreadsBy(costs, slices, levels.length, codedSpread(names, labels.registration, trait.registration)),
});
