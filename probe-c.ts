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
const only = process.argv[2]?.split(',');
const vonly = process.argv[3]?.split(',');
const verbose = process.argv[4] === 'v';
for (const [vname, view] of Object.entries(views)) { if (vonly && !vonly.includes(vname)) continue;
for (const [name, measures] of Object.entries(pages)) { if (only && !only.includes(name)) continue;
  for (let rep=0; rep<3; rep++){
  const door = pageProtector(); let ms = 0; const per: string[] = []; let H=0,T=0,A=0;
  const r = await runPage(database, measures, { view, pool: facts }, { mode: 'sharing', settings: { threshold: 5, base: 5 }, protect: (d, m, s) => { 
    const t = performance.now(); const out = door(d, m, s); const dt = performance.now() - t; ms += dt;
    const al = protect(d, m, s);
    const cnt = (o: typeof out) => { let h=0,t=0; for (const tb of [o.table, ...Object.values(o.extra)]) for (const row of tb.rows) for (const c of tb.columns) { if (c.kind==='dimension'||c.kind==='text') continue; t++; if (isWithheld(row[c.name])) h++; } return [h,t] as const; };
    const [h,tt]=cnt(out); const [a]=cnt(al); H+=h;T+=tt;A+=a; per.push(`${h}/${tt} (alone ${a}) ${dt.toFixed(1)}ms`); return out; } });
  if (rep===2) { const ids = Object.keys(r.figures); console.log(`${vname} ${name} kept ${r.kept}: ${ms.toFixed(1)} ms, hidden ${H}/${T}, alone ${A}`);
  if (verbose) { ids.forEach((id,i)=>console.log('   ', id, per[i], Object.values(r.figures)[i]?.state)); } }
  }
}}
await database.close();
