/**
 * Benchmarks: `npm run bench` measures everything at 20,000 and 200,000 rows; `npm run bench -- queries --rows=1m`
 * one part at one size. Nothing is asserted: a time is a fact about a machine, a ratio of one run a fact about us.
 */
import { parseArgs } from 'node:util';
import { ingest, smallFiles } from './ingest';
import { manyFiles } from './many';
import { queries } from './queries';
import { keep } from './report';
import { screen } from './screen';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '20k,200k' },
    page: { type: 'string', default: '' },
    separately: { type: 'boolean', default: false },
  },
});

const parts = positionals.length > 0 ? positionals : ['queries'];
const units: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 };
const sizes = values.rows.split(',').map((text) => {
  const match = /^(\d+)([km]?)$/.exec(text.trim().toLowerCase());
  if (!match) throw new Error(`Not a number of rows: ${text}`);
  return Number(match[1]) * (units[match[2] ?? ''] ?? 1);
});
const only = values.page.split(',').filter((name) => name !== '');

for (const part of parts) {
  if (part === 'files') keep('files', await smallFiles());
  if (part === 'screen') keep('screen', await screen(sizes));
  if (part === 'files' || part === 'screen') continue;
  for (const rows of sizes) {
    if (part === 'queries') keep(`queries-${rows}`, await queries(rows, { only, separately: values.separately }));
    else if (part === 'ingest') keep(`ingest-${rows}`, await ingest(rows));
    else if (part === 'many') keep(`many-${rows}`, await manyFiles(rows));
    else throw new Error(`No such part: ${part}`);
  }
}
