/** What the state of the returns means for a pack's figures: who is missing, how complete the answers are, what to mend first. */
import type { Database } from '@/lib/database/database';
import { roundedCount } from '@/lib/disclosure/round';
import { isWithheld } from '@/lib/figure/figure';
import { percent } from '@/lib/figure/format';
import { contextFor, type PoolFacts } from '@/lib/measure/context';
import type { Mode, ProtectionSettings } from '@/lib/measure/protection';
import { listed, number } from '@/lib/measure/words';
import { type Coverage, type CoverageCell, readCoverage } from '@/lib/pool/coverage';
import { readSources } from '@/lib/pool/sources';
import { readProblemGroups } from '@/lib/quality/problems';
import { isFieldName, labelOf } from '@/lib/standard/fields';
import type { View } from '@/lib/view/view';

interface Shown {
  readonly mode: Mode;
  readonly settings: ProtectionSettings;
}

/** `120`, `about 120`, or words where even that would say too much. */
function many(n: number, { mode, settings }: Shown): string {
  if (mode === 'working') return number(n);
  const cell = roundedCount(n, settings);
  if (isWithheld(cell)) return `fewer than ${settings.threshold}`;
  return cell === 0 ? 'no' : `about ${number(Number(cell))}`;
}

function named(codes: readonly string[], pool: PoolFacts): string {
  const names = codes.map((code) => pool.authorities.find((one) => one.code === code)?.name ?? code).sort();
  return names.length > 4 ? `${names.length} authorities` : listed(names);
}

function wantedCodes(view: View, pool: PoolFacts): readonly string[] {
  if (view.authorities.length > 0) return view.authorities;
  const inside = ({ region }: { readonly region: string | null }) =>
    view.regions.length === 0 || (region !== null && view.regions.includes(region));
  return pool.authorities.filter(inside).map(({ code }) => code);
}

/** Authorities without a placement in a quarter of the period, a sentence a quarter. */
function gaps(
  codes: readonly string[],
  { quarters }: Coverage,
  cells: readonly CoverageCell[],
  pool: PoolFacts,
): readonly string[] {
  const held = new Set(cells.map(({ code, quarter }) => `${code} ${quarter}`));
  return quarters.flatMap(({ quarter, label }) => {
    const absent = codes.filter((code) => !held.has(`${code} ${quarter}`));
    return absent.length === 0 ? [] : [`No placement from ${named(absent, pool)} in ${label}.`];
  });
}

function completeness(cells: readonly CoverageCell[], pool: PoolFacts): readonly string[] {
  const share = (some: readonly CoverageCell[]) => {
    const n = some.reduce((sum, cell) => sum + cell.n, 0);
    return n === 0 ? null : some.reduce((sum, cell) => sum + cell.n * cell.complete, 0) / n;
  };
  const whole = share(cells);
  if (whole === null) return [];
  const codes = [...new Set(cells.map(({ code }) => code))];
  const [least] = codes
    .map((code) => ({ code, share: share(cells.filter((cell) => cell.code === code)) ?? 1 }))
    .sort((a, b) => a.share - b.share);
  const lowest =
    codes.length > 1 && least ? `; the least complete is ${named([least.code], pool)}, ${percent(least.share)}` : '';
  return [`${percent(whole)} of the answers the standard asks for were given${lowest}.`];
}

/** A sentence each. Counts are protected as everywhere else; completeness is of cells, not of children. */
export async function qualitySentences(
  database: Database,
  view: View,
  pool: PoolFacts,
  shown: Shown,
): Promise<readonly string[]> {
  const codes = wantedCodes(view, pool);
  const { period } = contextFor(view, pool, 'placement');
  const coverage = await readCoverage(database);
  const quarters = coverage.quarters.filter(
    ({ quarter }) =>
      period === null || (quarter >= Math.floor(period.from / 3) && quarter <= Math.floor(period.to / 3)),
  );
  const wanted = new Set(quarters.map(({ quarter }) => quarter));
  const cells = coverage.cells.filter(({ code, quarter }) => codes.includes(code) && wanted.has(quarter));
  const sources = await readSources(database);
  const own = sources.filter(({ code }) => code === null || codes.includes(code));
  const setAside = own.reduce((sum, source) => sum + source.setAside, 0);
  const authority = codes.length === 1 ? (codes[0] ?? null) : null;
  const problems = (await readProblemGroups(database, { authority, quarter: null })).filter(({ harm }) => harm > 0);
  return [
    ...gaps(codes, { ...coverage, quarters }, cells, pool),
    ...completeness(cells, pool),
    ...(setAside > 0
      ? [`${capital(many(setAside, shown))} rows of the returns were set aside and are in no figure.`]
      : []),
    ...problems
      .slice(0, 3)
      .map(
        ({ rule, field, advice }) =>
          `To mend first${field === null ? '' : `, “${isFieldName(field) ? labelOf(field) : field}”`}: ${rule}. ${advice}`,
      ),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
