/** How far from home: DfE's three bands and the finer ones, each against both denominators. */
import type { Anchor, Column, Draft, Table } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import type { Context } from '@/lib/measure/context';
import { bandAnchors } from '@/lib/measure/distance/anchor';
import { distanceCaveats, distanceSource } from '@/lib/measure/distance/caveat';
import { bandCount, dfeBandParts, distanceLevels, knownBands, placedCount } from '@/lib/measure/distance/cell';
import { overTwentyRate } from '@/lib/measure/distance/over-20';
import { packedColumns, packedQueries } from '@/lib/measure/distance/packed';
import type { Measure } from '@/lib/measure/measure';
import { withChange } from '@/lib/measure/needs/change';
import { atLevel, type Counts, type SideCounts, sideCounts } from '@/lib/measure/needs/level';
import { rateChange, rateColumns, sideCells, totalTables } from '@/lib/measure/needs/rate';
import { sayable, text, tooFew } from '@/lib/measure/words';
import { dfeBands, fineBands } from '@/lib/place/band';

interface Scheme {
  readonly anchors: readonly Anchor[];
  readonly names: readonly string[];
  /** Each band as indexes of the fine bands; the last is "not known". */
  readonly parts: readonly (readonly number[])[];
}

const dfe: Scheme = { names: dfeBands, parts: dfeBandParts, anchors: bandAnchors };
const fine: Scheme = { names: fineBands, parts: fineBands.map((_, index) => [index]), anchors: [] };

const bandColumn: Column = { name: 'distanceBand', label: 'Distance from home', kind: 'dimension' };

/** A row a band: k in it, of all placed (unknown included) or of those known. */
function bandTable(scheme: Scheme, counts: SideCounts, context: Context, denominator: 'all' | 'known'): Table {
  const n = (of: Counts) => (denominator === 'all' ? placedCount(of) : bandCount(of, knownBands));
  const nLabel = denominator === 'all' ? 'All placements' : 'Distance known';
  const shown = denominator === 'all' ? scheme.names : scheme.names.slice(0, -1);
  return {
    columns: [bandColumn, ...rateColumns({ kLabel: 'Placements', nLabel }, context)],
    rows: shown.map((distanceBand, index) => {
      const k = (of: Counts) => bandCount(of, scheme.parts[index] ?? []);
      return { distanceBand, ...sideCells({ k, n }, counts, context) };
    }),
  };
}

function bandMeasure(id: string, title: string, scheme: Scheme, pages: Measure['pages']): Measure {
  return {
    id,
    title,
    pages,
    basis: 'placement',
    columns: packedColumns,
    definition: {
      words:
        'Placements by how far they are from the child’s home. Distance is rounded to one decimal before it is banded, so 20.0 miles is 20 miles or less. Where it is not known, that is a band of its own.',
      formula: '√(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093 miles, on National Grid metres',
      denominator:
        'All placements recorded, as DfE counts (distance not known included); the second table leaves out those not known.',
      source: distanceSource,
    },
    subject: 'Placements',
    by: 'by distance from home',
    queries: () => packedQueries,
    draft: (rows, context): Draft => {
      const counts = sideCounts(atLevel(distanceLevels(rows), 'all'), context);
      const unplaced = (counts.view.total ?? 0) - placedCount(counts.view);
      return {
        table: bandTable(scheme, counts, context, 'all'),
        extra: {
          known: { table: bandTable(scheme, counts, context, 'known'), disclosure: { kind: 'rates' } },
          ...totalTables(overTwentyRate, counts, context),
        },
        disclosure: { kind: 'rates' },
        charts: [
          {
            ...{ kind: 'bar', label: 'distanceBand', value: 'rate', layout: 'single', format: 'percent' },
            anchors: scheme.anchors,
          },
        ],
        n: placedCount(counts.view),
        exclusions: unplaced > 0 ? [{ label: 'No placement recorded', n: unplaced }] : [],
        caveats: [distanceCaveats.centroids, distanceCaveats.unknown, distanceCaveats.notStock],
        warnings: [],
      };
    },
    headline: (tables, context) => {
      const { table, extra, n } = tables;
      const known = sayable(extra.total?.rows[0]);
      if (known === null) return tooFew(n);
      const shareOf = (name: string | undefined) => sayable(table.rows.find((row) => text(row.distanceBand) === name));
      const [near, far] = dfe.names.map(shareOf);
      const unknown = shareOf(scheme.names.at(-1));
      // DfE's bands as their chart shows them: of all placements, those not known among them. Finer ones name neither.
      if (near != null && far != null && unknown !== null && unknown > 0)
        return `${percent(far)} of placements were more than 20 miles from home and ${percent(near)} at most 20; for ${percent(unknown)} the distance is not known`;
      const rest = unknown === null || unknown === 0 ? '' : `; distance is not known for ${percent(unknown)}`;
      return `${withChange(overTwentyRate.say(percent(known)), rateChange(tables, context), context)}${rest}`;
    },
  };
}

export const distanceBands = bandMeasure('distance-bands', 'How far from home', dfe, ['overview', 'distance', 'pack']);

export const distanceBandsFine = bandMeasure('distance-bands-fine', 'How far from home, in finer bands', fine, [
  'distance',
]);
