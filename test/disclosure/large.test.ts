import { describe, expect, it } from 'vitest';
import { protect } from '@/lib/disclosure/protect';
import { type Column, type Draft, isWithheld, type TableRow } from '@/lib/figure/figure';
import { random } from './support/table';

const limits = { threshold: 5, base: 5 };
const column = (name: string, kind: Column['kind']): Column => ({ name, label: name, kind });

/** Strata of `authorities`, three types, three bands and two years, as placements fall: few large, most of a handful. */
function strata(authorities: number): Draft {
  const next = random(150);
  const rows = Array.from({ length: authorities }, (_, la) =>
    ['Foster', 'Residential', 'Supported'].flatMap((secured, type) =>
      ['Lower', 'Medium', 'Higher'].flatMap((needBand) =>
        ['2024-25', '2025-26'].map((financialYear): TableRow => {
          const n = Math.floor(next() ** 3 * ([70, 25, 15][type] ?? 0));
          return { la: `Authority ${la}`, secured, needBand, financialYear, n, mean: 1000 };
        }),
      ),
    ),
  ).flat();
  const columns = [
    ...['la', 'secured', 'needBand', 'financialYear'].map((name) => column(name, 'dimension')),
    column('n', 'count'),
    column('mean', 'pounds'),
  ];
  const n = rows.reduce((sum, row) => sum + Number(row.n), 0);
  const rest = { charts: [], exclusions: [], caveats: [], warnings: [] };
  return { table: { columns, rows: rows.filter((row) => row.n !== 0) }, disclosure: { kind: 'costs' }, n, ...rest };
}

describe('the strata of every authority in England', () => {
  const draft = strata(150);

  it('are protected in a second or two, not ten or twenty', () => {
    const before = process.cpuUsage();
    protect(draft, 'sharing', limits);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(4);
  });

  it('keep most of what is not small: only what holds a small number is hidden', () => {
    const { rows } = protect(draft, 'sharing', limits).table;
    const large = draft.table.rows.filter(({ n }) => Number(n) >= 10).length;
    expect(rows.filter(({ n }) => !isWithheld(n)).length).toBeGreaterThan(large * 0.8);
  });
});
