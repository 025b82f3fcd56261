import { costByLevel } from '@/lib/measure/cost/level';
import { needSpreads } from '@/lib/measure/cost/need-spread';

export const costByDol = costByLevel({
  id: 'cost-by-dol',
  title: 'Cost per week and deprivation of liberty',
  by: 'by type of home secured and deprivation of liberty',
  column: { name: 'deprivationOfLiberty', label: 'Deprivation of liberty', kind: 'dimension' },
  definition: {
    words: 'What placements cost a week with and without a deprivation of liberty order.',
    formula: 'Recorded yes against recorded no; blank is shown by itself',
  },
  levels: () => [
    { name: 'Yes', words: 'with a deprivation of liberty order' },
    { name: 'No', words: 'without' },
    { name: 'Not recorded', words: '' },
  ],
  spreads: (costs, slices) => {
    const { present, absent, unknown } = needSpreads(costs, slices)('deprivationOfLiberty');
    return [present, absent, unknown];
  },
});

export const costBySolo = costByLevel({
  id: 'cost-by-solo',
  title: 'Cost per week of solo placements',
  by: 'by type of home secured and whether a solo placement was recommended',
  column: { name: 'soloPlacement', label: 'Solo placement recommended', kind: 'dimension' },
  definition: {
    words: 'What placements cost a week where a solo placement was recommended, and where it was not.',
    formula: '"Who can the child be cared for alongside?" is Solo placement recommended, against any other answer',
  },
  caveats: ['A recommendation on the referral: the home secured may not have been a solo one.'],
  levels: () => [
    { name: 'Yes', words: 'where a solo placement was recommended' },
    { name: 'No', words: 'where it was not' },
    { name: 'Not recorded', words: '' },
  ],
  spreads: (costs, slices) => {
    const { present, absent, unknown } = needSpreads(costs, slices)('soloPlacement');
    return [present, absent, unknown];
  },
});
