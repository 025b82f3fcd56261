/** Which needs go with not getting the type asked for, type sought held equal. */
import type { Cell, Column, TableRow, Withheld } from '@/lib/figure/figure';
import type { Measure, RowsByQuery, Tables } from '@/lib/measure/measure';
import { caveats } from '@/lib/measure/needs/caveat';
import { notPlaced, notStated } from '@/lib/measure/needs/exclusion';
import { atLevel, levelRows, sideCounts } from '@/lib/measure/needs/level';
import { outcomeColumns, outcomeCounts, outcomeQuery } from '@/lib/measure/needs/outcome-query';
import { type FlagCell, flagCells, unmetQuery } from '@/lib/measure/needs/unmet-query';
import { packNames } from '@/lib/measure/packed';
import { listed, numeric, text, tooFew } from '@/lib/measure/words';
import { benjaminiHochberg } from '@/lib/method/benjamini-hochberg';
import { mantelHaenszel } from '@/lib/method/mantel-haenszel';
import { needFlags } from '@/lib/standard/needs';

/** "Harder to place" is said only from here on (methods §1). */
const mostQ = 0.1;
const fewestInArm = 10;

const notEstimable: Withheld = {
  symbol: 'z',
  reason: 'No type sought has both placements with the need and without it, or none was unmet',
};

const columns: readonly Column[] = [
  { name: 'need', label: 'Field', kind: 'dimension', hidden: true },
  { name: 'label', label: 'Need', kind: 'dimension' },
  { name: 'nYes', label: 'With the need', kind: 'count' },
  { name: 'unmetYes', label: 'of these, another type', kind: 'count' },
  { name: 'nNo', label: 'Without it', kind: 'count' },
  { name: 'unmetNo', label: 'of these, another type ', kind: 'count' },
  { name: 'unknown', label: 'Not recorded', kind: 'count' },
  { name: 'rr', label: 'Ratio', kind: 'ratio' },
  { name: 'lower', label: '95% interval from', kind: 'ratio' },
  { name: 'upper', label: 'to', kind: 'ratio' },
  { name: 'q', label: 'q value', kind: 'number' },
  { name: 'flag', label: 'Harder to place', kind: 'text' },
];

function sum(cells: readonly FlagCell[], value: (cell: FlagCell) => number): number {
  return cells.reduce((total, cell) => total + value(cell), 0);
}

function ratioOf(cells: readonly FlagCell[]) {
  const strata = [...new Set(cells.map(({ sought }) => sought))].map((sought) => {
    const own = cells.filter((cell) => cell.sought === sought);
    const unmet = own.filter((cell) => cell.unmet);
    return {
      events1: sum(unmet, ({ yes }) => yes),
      n1: sum(own, ({ yes }) => yes),
      events0: sum(unmet, ({ no }) => no),
      n0: sum(own, ({ no }) => no),
    };
  });
  return mantelHaenszel(strata);
}

/** The table, highest ratio first; flags without an estimate last, and left out of the family tested. */
export function needRows(rows: RowsByQuery): readonly TableRow[] {
  const cellsOf = flagCells(rows);
  const tested = needFlags.map(({ name, label }) => {
    const cells = cellsOf.get(name) ?? [];
    const unmet = cells.filter((cell) => cell.unmet);
    const counts = {
      nYes: sum(cells, ({ yes }) => yes),
      unmetYes: sum(unmet, ({ yes }) => yes),
      nNo: sum(cells, ({ no }) => no),
      unmetNo: sum(unmet, ({ no }) => no),
      unknown: sum(cells, ({ n, yes, no }) => n - yes - no),
    };
    return { name, label, counts, ratio: ratioOf(cells) };
  });
  const estimated = tested.filter(({ ratio }) => ratio !== null);
  const qs = benjaminiHochberg(estimated.map(({ ratio }) => ratio?.p ?? 1));
  const q = new Map(estimated.map(({ name }, index) => [name, qs[index] ?? 1]));
  return tested
    .sort((a, b) => (b.ratio?.ratio ?? -1) - (a.ratio?.ratio ?? -1))
    .map(({ name, label, counts, ratio }) => {
      const own = q.get(name);
      const enough = counts.nYes >= fewestInArm && counts.nNo >= fewestInArm;
      const harder = ratio !== null && own !== undefined && own <= mostQ && enough && ratio.ratio > 1;
      const cell = (value: number | undefined): Cell => value ?? notEstimable;
      return {
        need: name,
        label,
        ...counts,
        rr: cell(ratio?.ratio),
        lower: cell(ratio?.lower),
        upper: cell(ratio?.upper),
        q: cell(own),
        flag: harder ? 'yes' : 'no',
      };
    });
}

function headline({ table, n }: Tables): string {
  if (n === 0) return tooFew(n);
  if (table.rows.every(({ rr }) => numeric(rr) === null))
    return 'Too few placements to say which needs are harder to place';
  const harder = table.rows.filter((row) => row.flag === 'yes' && numeric(row.rr) !== null);
  if (harder.length === 0) return 'No need stands out as harder to place once the type sought is taken into account';
  const named = harder.slice(0, 3).map((row) => text(row.label).replace(/^./, (first) => first.toLowerCase()));
  const more = harder.length > 3 ? `; ${harder.length - 3} more` : '';
  const ratio = numeric(harder[0]?.rr) ?? 1;
  return `Harder to place: ${listed(named)}${more}. With ${named[0]}, not getting a type asked for is ${ratio.toFixed(1)} times as likely`;
}

export const unmetByNeed: Measure = {
  id: 'unmet-by-need',
  title: 'Harder to place',
  pages: ['needs', 'pack'],
  basis: 'referral',
  columns: [...outcomeColumns, 'unmetStratum', ...packNames],
  definition: {
    words:
      'How much likelier children with a need are to be placed in a type nobody asked for, compared with children recorded as not having it, among referrals seeking the same type. Crude shares are not ranked: children with high needs are more often sought residential homes, which are matched more often. "Harder to place" is said only where the result would be a false alarm less than one time in ten (q ≤ 0.10) and both groups have at least 10 placements.',
    formula: 'Mantel–Haenszel ratio over type sought: Σ a·n₀/N ÷ Σ c·n₁/N; q by Benjamini–Hochberg over the 23 needs',
    denominator:
      'Placements made with at least one Preferred type. "Not specified", "not known", "other" and blank are in neither group, and counted.',
    source: 'Mantel & Haenszel (1959); Greenland & Robins (1985); Benjamini & Hochberg (1995).',
  },
  subject: 'Placements with a preferred type',
  by: 'by need, type sought held equal',
  queries: () => ({ levels: outcomeQuery, unmet: unmetQuery }),
  draft: (rows, context) => {
    const total = sideCounts(atLevel(levelRows(rows, 'levels', outcomeCounts), 'all'), context).view;
    const table = needRows(rows);
    const uncollected = table.filter(({ nYes, nNo }) => nYes === 0 && nNo === 0).map(({ label }) => text(label));
    return {
      table: { columns, rows: table },
      disclosure: { kind: 'derived', counts: ['nYes', 'unmetYes', 'nNo', 'unmetNo'] },
      charts: [
        {
          kind: 'interval',
          label: 'label',
          estimate: 'rr',
          lower: 'lower',
          upper: 'upper',
          format: 'ratio',
          scale: 'log',
          reference: { value: 1, label: 'As likely as without the need' },
          flag: 'flag',
        },
      ],
      n: total.matchN ?? 0,
      exclusions: [notStated(total), notPlaced(total)].filter(({ n }) => n > 0),
      caveats: [
        'A ratio says what goes together, not what causes it: needs, relationships and contract terms are not all in the data.',
        caveats.riskBlank,
        caveats.foundOnly,
      ],
      warnings:
        uncollected.length > 0
          ? [`Recorded for nobody in this view, whether not asked or left blank: ${listed(uncollected)}.`]
          : [],
    };
  },
  headline,
};
