import { codedSpread, costByLevel } from '@/lib/measure/cost/level';
import { trait } from '@/lib/measure/cost/packed-costs';
import { spreadsBy } from '@/lib/measure/cost/spread';

const bands = ['Lower', 'Medium', 'Higher'] as const;

export const costByBand = costByLevel({
  id: 'cost-by-band',
  title: 'Cost per week by level of need',
  by: 'by type of home secured and level of need',
  column: { name: 'needBand', label: 'Level of need', kind: 'dimension' },
  definition: {
    words:
      'What placements cost a week for children with lower, medium and higher needs: by the number of risks present and deprivation of liberty.',
    formula:
      'Higher: 4 risks or more, or deprivation of liberty; Medium: 2 or 3; Lower: fewer (cut points can be changed)',
  },
  levels: () => bands.map((name) => ({ name, words: `where needs are ${name.toLowerCase()}` })),
  spreads: (costs, slices, { labels }) =>
    spreadsBy(costs, slices, bands.length, codedSpread(bands, labels.band, trait.band)),
});
