/** Promises the synthetic sample, whole: 15 returns and their manifest, the same bytes every time. */
import { everyAuthority } from './authorities';
import { blemish } from './blemish';
import { writeReturn } from './file';
import { type House, houses } from './house';
import { createRandom } from './random';
import type { CanonicalRow } from './row';
import { generateRows } from './rows';

export const sampleSeed = 4;
/** Two of the rows are sent twice on top of these. */
export const sampleRows = 11_980;

export interface SampleFile {
  readonly name: string;
  readonly house: House;
  /** What the file says, in canonical terms, before house style. */
  readonly rows: readonly CanonicalRow[];
  readonly bytes: Uint8Array;
}

/** Sent again: once as it was, once with the cost corrected. */
const resent: readonly { readonly code: string; readonly from: number; readonly corrected: boolean }[] = [
  { code: 'E06000066', from: 540, corrected: false },
  { code: 'E06000023', from: 830, corrected: true },
];

function withResent(house: House, rows: readonly CanonicalRow[]): readonly CanonicalRow[] {
  const all = [...rows];
  for (const { code, from, corrected } of resent) {
    if (code !== house.code) continue;
    const index = rows.findIndex((one, at) => at >= from && one.placementType === 'Residential' && one.totalWeeklyCost);
    const row = rows[index];
    if (!row) continue;
    const total = (row.totalWeeklyCost ?? 0) + (corrected ? 350 : 0);
    all.splice(index + 1, 0, { ...row, totalWeeklyCost: total });
  }
  return all;
}

/** Returns are built up quarter by quarter, as placements are agreed. */
function inOrder(rows: readonly CanonicalRow[]): readonly CanonicalRow[] {
  const when = (row: CanonicalRow) => row.placementDay ?? row.referralDay;
  return [...rows].sort((one, other) => when(one) - when(other) || one.childId - other.childId);
}

export function sampleFiles(): readonly SampleFile[] {
  const byAuthority = new Map<string, CanonicalRow[]>();
  for (const row of generateRows({ rows: sampleRows, seed: sampleSeed })) {
    const rows = byAuthority.get(row.authority);
    if (rows) rows.push(row);
    else byAuthority.set(row.authority, [row]);
  }
  return houses.map((house) => {
    const random = createRandom(sampleSeed, `blemish ${house.code}`);
    const whole = inOrder(byAuthority.get(house.code) ?? []);
    const rows = withResent(
      house,
      whole.map((row) => blemish(random, house, row)),
    );
    return { name: house.file, house, rows, bytes: writeReturn(house, rows) };
  });
}

/** What the product says of the sample while it is loaded. */
export function sampleManifest(files: readonly SampleFile[]) {
  const name = (code: string) => everyAuthority.find((one) => one.code === code)?.name ?? code;
  return {
    name: 'Synthetic sample',
    synthetic: true,
    note: 'Invented by a program: no child, placement, provider or price in it is real.',
    region: 'South West',
    regionCode: 'E12000009',
    authorities: files.length,
    from: '2024-04',
    to: '2026-03',
    rows: files.reduce((sum, file) => sum + file.rows.length, 0),
    files: files.map(({ name: file, house, rows, bytes }) => ({
      name: file,
      authority: name(house.code),
      laCode: house.code,
      rows: rows.length,
      bytes: bytes.length,
      vocabulary: house.vocabulary,
      preamble: house.preamble,
      delimiter: house.delimiter,
      encoding: house.encoding,
      education: house.education,
      siblingsIncludeChild: house.countsChild,
    })),
  };
}
