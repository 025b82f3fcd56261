/** Promises the shares and prices behind a decomposition, before and after, so that a reader can check it. */
import type { Table, TableRow, Withheld } from '@/lib/figure/figure';
import { fewest } from '@/lib/measure/cost/caveat';
import type { TallyPair } from '@/lib/measure/cost/driver/tally';
import { driverBands, driverCell, driverSoughts, driverTypes, type PeriodTally } from '@/lib/method/driver-factors';

type Where = (band: string, sought: string, type: string) => boolean;

function sum(tally: PeriodTally, where: Where): { n: number; cost: number } {
  let n = 0;
  let cost = 0;
  driverBands.forEach((band, b) => {
    driverSoughts.forEach((sought, r) => {
      driverTypes.forEach((type, t) => {
        if (!where(band, sought, type)) return;
        n += tally.n[driverCell(b, r, t)] ?? 0;
        cost += tally.cost[driverCell(b, r, t)] ?? 0;
      });
    });
  });
  return { n, cost };
}

const none: Withheld = { symbol: 'z', reason: 'No placements' };
const few: Withheld = { symbol: 'u', reason: `Fewer than ${fewest.median} placements` };

function shareRow(pair: TallyPair, factor: string, group: string, part: Where, whole: Where): TableRow {
  const [before, after] = pair.map((tally) => ({ k: sum(tally, part).n, n: sum(tally, whole).n }));
  const rate = (side: { k: number; n: number } | undefined) => (side && side.n > 0 ? side.k / side.n : none);
  const sizes = { beforeK: before?.k ?? 0, beforeN: before?.n ?? 0, afterK: after?.k ?? 0, afterN: after?.n ?? 0 };
  return { factor, group, ...sizes, beforeRate: rate(before), afterRate: rate(after) };
}

/** Shares: of bands, of homes sought within each band, and of homes secured of each sought. */
export function shareTable(pair: TallyPair): Table {
  const any: Where = () => true;
  const needs = driverBands.map((band) => shareRow(pair, 'Level of need', band, (b) => b === band, any));
  const asked = driverSoughts.map((sought) => shareRow(pair, 'Home asked for', sought, (_, r) => r === sought, any));
  const secured = driverSoughts.flatMap((sought) =>
    driverTypes.map((type) =>
      shareRow(
        pair,
        `Home secured where asked for: ${sought}`,
        type,
        (_, r, t) => r === sought && t === type,
        (_, r) => r === sought,
      ),
    ),
  );
  return {
    columns: [
      { name: 'factor', label: 'Share', kind: 'dimension' },
      { name: 'group', label: 'Of', kind: 'dimension' },
      { name: 'beforeK', label: 'Before: number', kind: 'count', hidden: true },
      { name: 'beforeN', label: 'Before: of', kind: 'count', hidden: true },
      { name: 'beforeRate', label: 'Before', kind: 'rate' },
      { name: 'afterK', label: 'After: number', kind: 'count', hidden: true },
      { name: 'afterN', label: 'After: of', kind: 'count', hidden: true },
      { name: 'afterRate', label: 'After', kind: 'rate' },
    ],
    rows: [...needs, ...asked, ...secured],
  };
}

/** Prices: the mean weekly cost of each type at each level of need. */
export function priceTable(pair: TallyPair): Table {
  const mean = ({ n, cost }: { n: number; cost: number }) => (n === 0 ? none : n < fewest.median ? few : cost / n);
  return {
    columns: [
      { name: 'needBand', label: 'Level of need', kind: 'dimension' },
      { name: 'secured', label: 'Type of home', kind: 'dimension' },
      { name: 'beforeN', label: 'Before: placements', kind: 'count' },
      { name: 'beforeMean', label: 'Before: mean', kind: 'pounds' },
      { name: 'afterN', label: 'After: placements', kind: 'count' },
      { name: 'afterMean', label: 'After: mean', kind: 'pounds' },
    ],
    rows: driverBands.flatMap((band) =>
      driverTypes.map((type) => {
        const [before, after] = [pair[0], pair[1]].map((tally) => sum(tally, (b, _, t) => b === band && t === type));
        const zero = { n: 0, cost: 0 };
        return {
          needBand: band,
          secured: type,
          beforeN: before?.n ?? 0,
          beforeMean: mean(before ?? zero),
          afterN: after?.n ?? 0,
          afterMean: mean(after ?? zero),
        };
      }),
    ),
  };
}
