import { codedSpread, costByLevel } from '@/lib/measure/cost/level';
import { trait } from '@/lib/measure/cost/packed-costs';
import { spreadsBy } from '@/lib/measure/cost/spread';

export const costByAuthority = costByLevel({
  id: 'cost-by-la',
  title: 'Cost per week by placing authority',
  by: 'by type of home secured and placing authority',
  column: { name: 'la', label: 'Authority', kind: 'dimension' },
  extraColumns: [{ name: 'la_code', label: 'Code', kind: 'dimension', hidden: true }],
  definition: {
    words: 'What each authority’s newly agreed placements cost a week, within each type of home.',
    formula: 'Total weekly cost by placing authority and type secured',
  },
  caveats: [
    'Authorities place children with different needs: "Like for like" compares the same type and level of need.',
  ],
  unlike: 'before needs are allowed for',
  omitEmpty: true,
  levels: (_, { pool }) =>
    pool.authorities.map(({ code, name }) => ({ name, words: `in ${name}`, cells: { la_code: code } })),
  spreads: (costs, slices, { labels }, { pool }) => {
    const codes = pool.authorities.map(({ code }) => code);
    return spreadsBy(costs, slices, codes.length, codedSpread(codes, labels.authority, trait.authority));
  },
});
