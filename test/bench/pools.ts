/** Promises generated national returns of a given size as standard CSV, written once and kept under `.generated/bench`. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { generateNationalRows } from '@/data/generate/national';
import { writeStandardCsv } from '@/data/generate/standard-csv';

const folder = path.resolve('.generated', 'bench');
const seed = 7;

/** Path of the file; 150 authorities, 2,000 providers. A million rows are 385 MB and take two minutes to write. */
export function nationalCsv(rows: number): string {
  const file = path.join(folder, `national-${rows}.csv`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    console.log(`Writing a pool of ${rows.toLocaleString('en-GB')} rows (once)…`);
    writeStandardCsv(generateNationalRows({ rows, seed }), `${file}.part`);
    renameSync(`${file}.part`, file);
  }
  return file;
}
