/**
 * Sequences of filters over the shipped sample, each view taken away through the one way out, then set against every
 * other of its session and against itself without one filter. `SEQUENCES` and `SEED` run more of them, and others.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { nearestAllowed } from '@/lib/disclosure/period';
import { protect } from '@/lib/disclosure/protect';
import { categoryNames } from '@/lib/disclosure/sheet';
import { type Draft, type Figure, isWithheld, type Table, type TableRow } from '@/lib/figure/figure';
import type { Measure } from '@/lib/measure/measure';
import { byNotice } from '@/lib/measure/needs/by-notice';
import { displacement } from '@/lib/measure/needs/displacement';
import { matchRate, matchRateByAuthority } from '@/lib/measure/needs/match-rate';
import { referralsTrend } from '@/lib/measure/needs/referrals-trend';
import { siblings } from '@/lib/measure/needs/siblings';
import { soughtSecured } from '@/lib/measure/needs/sought-secured';
import { authorities } from '@/lib/measure/overview/authorities';
import type { Protect } from '@/lib/measure/protection';
import { checkComplements } from '@/lib/pack/complement';
import { release } from '@/lib/pack/export';
import { chipsOf } from '@/lib/view/chips';
import { defaultView, type View } from '@/lib/view/view';
import { figuresOf, limits, type SamplePool, samplePool } from './support/sample';
import { type Left, leaksBetween, leftOf } from './support/session';
import { random } from './support/table';

const sequences = Number(process.env.SEQUENCES ?? 12);
const seed = Number(process.env.SEED ?? 2026);
const measures: readonly Measure[] = [
  soughtSecured,
  matchRate,
  displacement,
  byNotice,
  siblings,
  referralsTrend,
  matchRateByAuthority,
  authorities,
];

let sample: SamplePool;
beforeAll(async () => {
  sample = await samplePool();
});

/** Filters as a careful attacker would lay them: mostly the same ones, one more or one fewer. */
function randomView(next: () => number): View {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const some = <T>(chance: number, items: readonly T[]): readonly T[] => (next() < chance ? [pick(items)] : []);
  const month = () => `20${pick(['24', '25'])}-${pick(['04', '05', '07', '09', '10', '12'])}`;
  const period = pick([
    defaultView.period,
    defaultView.period,
    { kind: 'last', months: pick([3, 6, 12] as const) } as const,
    { kind: 'months', from: month(), to: month() } as const,
  ]);
  return {
    ...defaultView,
    authorities: some(
      0.7,
      sample.facts.authorities.map(({ code }) => code),
    ),
    period: nearestAllowed(period),
    sought: some(0.3, ['Foster', 'Residential', 'Supported Accommodation']),
    notice: some(0.25, ['Today', '< 5 days', '> 5 days']),
    band: some(0.2, ['Lower', 'Medium', 'Higher']),
    siblingGroup: next() < 0.2 ? 'yes' : null,
    compare: { kind: 'none' },
  };
}

interface Taken {
  readonly figure: Figure;
  readonly draft: Draft;
}

async function taken(view: View, protecting: Protect): Promise<readonly Taken[]> {
  const drafts: Draft[] = [];
  const keep: Protect = (draft, mode, settings) => {
    drafts.push(draft);
    return protecting(draft, mode, settings);
  };
  const states = Object.values(await figuresOf(sample, measures, view, keep));
  return states.flatMap((state, at) => {
    const draft = drafts[at];
    return state.state === 'error' || !draft ? [] : [{ figure: state.figure, draft }];
  });
}

/** Every count of what left, with the number behind it. */
function cellsOf({ figure, draft }: Taken, view: string): Left {
  const cells = new Map<string, readonly [value: number, cell: unknown]>();
  const pairs: readonly (readonly [string, Table, Table | undefined])[] = [
    ['', draft.table, figure.table],
    ...Object.entries(draft.extra ?? {}).map(([name, { table }]) => [name, table, figure.extra[name]] as const),
  ];
  for (const [name, table, published] of pairs) {
    const names = categoryNames(table);
    const keyOf = (row: TableRow) => names.map((key) => `${key}=${String(row[key])}`).join('|');
    const rows = new Map(published?.rows.map((row) => [keyOf(row), row]));
    for (const row of table.rows) {
      for (const column of table.columns) {
        const value = row[column.name];
        if (column.kind !== 'count' || typeof value !== 'number') continue;
        const cell = rows.get(keyOf(row))?.[column.name];
        cells.set(`${figure.id}|${name}|${keyOf(row)}|${column.name}`, [value, isWithheld(cell) ? null : cell]);
      }
    }
  }
  return leftOf(`${view} ${figure.id}`, cells, limits);
}

/** One session of `exports` views; each pair that tells a small difference, and each that its own complements tell. */
async function leaksOfSequence(name: string, exports: number, next: () => number): Promise<readonly string[]> {
  const left: Left[] = [];
  const leaks: string[] = [];
  for (let i = 0; i < exports; i++) {
    const view = randomView(next);
    const found = await taken(view, protect);
    const figures = found.map(({ figure }) => figure);
    await checkComplements(figures, limits, (run) => run(sample.database));
    const released = new Map(release(figures, name, limits).figures.map((figure) => [figure.id, figure]));
    const now = found.flatMap(({ figure, draft }) => {
      const gone = released.get(figure.id);
      return gone ? [cellsOf({ figure: gone, draft }, `export ${i}`)] : [];
    });
    expect(now.length).toBe(figures.length);
    const chip = chipsOf(view)[Math.floor(next() * chipsOf(view).length)];
    if (chip) {
      const wider = (await taken({ ...view, ...chip.patch }, protect)).map((one) => cellsOf(one, `without ${chip.id}`));
      leaks.push(...now.flatMap((one) => wider.flatMap((other) => leaksBetween(one, other, limits))));
    }
    left.push(...now);
  }
  return [
    ...leaks,
    ...left.flatMap((one, i) => left.slice(i + 1).flatMap((other) => leaksBetween(one, other, limits))),
  ];
}

describe('views of the sample taken away one after another', () => {
  it(`tell no difference of 1 to 4 children in ${sequences} random sequences of filters`, {
    timeout: 3_600_000,
  }, async () => {
    const next = random(seed);
    for (let i = 0; i < sequences; i++) expect(await leaksOfSequence(`sequence ${i}`, 4, next)).toEqual([]);
  });

  it('tell such differences where nothing is weighed against anything, so the test can fail', async () => {
    const next = random(7);
    const leaks: string[] = [];
    for (let i = 0; i < 12 && leaks.length === 0; i++) {
      const left: Left[] = [];
      for (let j = 0; j < 4; j++)
        left.push(...(await taken(randomView(next), protect)).map((one) => cellsOf(one, `${j}`)));
      leaks.push(...left.flatMap((one, at) => left.slice(at + 1).flatMap((other) => leaksBetween(one, other, limits))));
    }
    expect(leaks.length).toBeGreaterThan(0);
  });
});
