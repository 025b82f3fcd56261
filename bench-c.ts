import { readFile } from 'node:fs/promises';
import { openNodeDatabase } from '@/lib/database/node';
import { makePool } from '@/lib/pool/change';
import { readSnapshot } from '@/lib/pool/snapshot-read';
import { readFacts } from '@/lib/measure/facts';
import { needsFigures, overviewFigures } from '@/lib/measure/figures';
import { costMeasures, driverMeasures, likeForLikeMeasures } from '@/lib/measure/cost/pages';
import { distanceMeasures } from '@/lib/measure/distance/distance';
import { providerFigures } from '@/lib/measure/providers/figures';
import { runPage } from '@/lib/measure/run';
import { pageProtector, protect } from '@/lib/disclosure/protect';
import { defaultView } from '@/lib/view/view';
import { isWithheld } from '@/lib/figure/figure';

const database = await openNodeDatabase();
await makePool(database);
await readSnapshot(database, new Uint8Array(await readFile('.generated/pool.zip')));
const facts = await readFacts(database);
const pages = { overview: overviewFigures, needs: needsFigures, cost: [...costMeasures], lfl: [...likeForLikeMeasures], drivers: [...driverMeasures], distance: distanceMeasures, providers: providerFigures };
const somerset = facts.authorities.find((a) => a.name === 'Somerset')?.code ?? '';
const views = { all: defaultView, somerset: { ...defaultView, authorities: [somerset] }, somQ: { ...defaultView, authorities: [somerset], period: { kind: 'latest', unit: 'quarter' } as const } , fosterReg: {...defaultView, sought: ['Foster'] as const}};

const reps = 12; const totals: Record<string, number[]> = {};
for (const [vname, view] of Object.entries(views)) for (const [name, measures] of Object.entries(pages)) {
  const drafts: any[] = [];
  await runPage(database, measures, { view, pool: facts }, { mode: 'sharing', settings: { threshold: 5, base: 5 }, protect: (d, m, s) => { drafts.push(d); return protect(d, m, s); } });
  const times: number[] = []; const best: number[] = drafts.map(() => 1e9);
  for (let i = 0; i < reps; i++) { const door = pageProtector(); let t0 = performance.now(); drafts.forEach((d, j) => { const t = performance.now(); door(d, 'sharing', { threshold: 5, base: 5 }); best[j] = Math.min(best[j]!, performance.now() - t); }); times.push(performance.now() - t0); }
  times.sort((a, b) => a - b);
  console.log(vname, name, 'first', '', 'min', times[0]!.toFixed(1), 'median', times[reps >> 1]!.toFixed(1), process.argv[2] ? best.map((b) => b.toFixed(1)).join(' ') : '');
}
await database.close();
