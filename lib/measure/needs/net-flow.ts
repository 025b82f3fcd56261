/** Which types end up with more placements than were asked of them, and which with fewer. */
import type { TableRow } from '@/lib/figure/figure';
import { viewSlices } from '@/lib/measure/context';
import type { Measure, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { matrixOf, matrixQuery } from '@/lib/measure/needs/sought-secured';
import { spoken, typeValues } from '@/lib/measure/needs/type';
import { number, numeric, tooFew } from '@/lib/measure/words';

function headline({ table, n }: Tables): string {
  const known = table.rows.filter((row) => numeric(row.net) !== null);
  const ordered = [...known].sort((a, b) => (numeric(b.net) ?? 0) - (numeric(a.net) ?? 0));
  const [most] = ordered;
  const least = ordered[ordered.length - 1];
  const gained = numeric(most?.net);
  const lost = numeric(least?.net);
  if (!most || !least || gained === null || lost === null || n === 0) return tooFew(n);
  if (gained === 0 && lost === 0) return 'Each type ended up with as many placements as were asked of it';
  const fewer = lost < 0 ? `, and ${number(-lost)} fewer in ${spoken(String(least.type))}` : '';
  return `${number(gained)} more placements were made in ${spoken(String(most.type))} than were asked of it${fewer}`;
}

export const netFlow: Measure = {
  id: 'net-flow',
  title: 'More or fewer placements than were asked of each type',
  pages: ['needs'],
  basis: 'referral',
  columns: ['outcome'],
  definition: {
    words:
      'For each type, placements made in it minus placements for which it alone was asked. Positive: it took children for whom another type was wanted. The three add up to nothing.',
    formula: 'secured t − sought t',
    denominator: 'Placements made, with exactly one type marked Preferred.',
    source: 'Placements Data Standard (2025 v2, 2026): suitabilities and placement type.',
  },
  subject: 'Placements with one preferred type',
  by: 'placements made minus placements sought, by type',
  queries: () => ({ matrix: matrixQuery }),
  draft: (rows) => {
    const { at, placedOf } = matrixOf(rows, viewSlices);
    const flows: readonly TableRow[] = typeValues.map((type) => {
      const soughtN = placedOf(type);
      const securedN = typeValues.reduce((sum, sought) => sum + at(sought, type), 0);
      return { type, soughtN, securedN, net: securedN - soughtN };
    });
    return {
      table: {
        columns: [
          { name: 'type', label: 'Type', kind: 'dimension' },
          { name: 'soughtN', label: 'Sought', kind: 'count' },
          { name: 'securedN', label: 'Secured', kind: 'count' },
          { name: 'net', label: 'Secured minus sought', kind: 'number' },
        ],
        rows: flows,
      },
      disclosure: { kind: 'derived', counts: ['soughtN', 'securedN'] },
      charts: [{ kind: 'bar', label: 'type', value: 'net', layout: 'diverging', format: 'count' }],
      n: typeValues.reduce((sum, type) => sum + placedOf(type), 0),
      exclusions: [
        { label: 'several types preferred', n: placedOf('Several preferred') },
        { label: 'no preference recorded', n: placedOf('Not stated') },
        {
          label: 'no placement recorded',
          n: ['Several preferred', 'Not stated', ...typeValues].reduce(
            (sum, sought) => sum + at(sought, 'No placement recorded'),
            0,
          ),
        },
      ].filter(({ n }) => n > 0),
      caveats: [caveats.preference, caveats.foundOnly],
      warnings: [],
    };
  },
  headline,
};
