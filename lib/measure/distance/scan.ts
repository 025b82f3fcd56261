/** One pass over packed placements (lib/measure/distance/packed.ts) counts everything the figures of the page need. */
import { bandUpTo } from '@/lib/place/band';

export interface Labels {
  readonly secured: readonly string[];
  readonly authority: readonly string[];
  readonly reason: readonly string[];
  readonly source: readonly string[];
}

/** Cells of a line: fine band × 3 + (0 inside, 1 outside, 2 unknown); the last is no placement recorded. */
export const cellsALine = 19;
const unplaced = 18;

export interface Scan {
  readonly labels: Labels;
  /** (slice × 4 + type) × cells. */
  readonly byType: Uint32Array;
  /** (slice × 256 + authority) × cells. */
  readonly byAuthority: Uint32Array;
  /** (slice × 4096 + month) × cells. */
  readonly byMonth: Uint32Array;
  /** Of the view: ((((placed × 3 + local) × 3 + preferred) × 5 + reason) × 3 + place) × 6 + band. */
  readonly byArea: Uint32Array;
  /** Of the view and placed: type × 4096 + z from −6 in steps, or one of `chanceCodes`. */
  readonly byChance: Uint32Array;
  /** Of the view and placed: type × 8192 + tenths of a mile (8191 unknown). */
  readonly byTenths: Uint32Array;
  /** Of the view: placed × 8 + source. */
  readonly bySource: Uint32Array;
}

const bandOfTenths = Uint8Array.from({ length: 8192 }, (_, tenths) => (tenths === 8191 ? 5 : bandUpTo(tenths / 10)));

/** Steps of z a unit, and how far out chances still differ from none or all. */
export const zSteps = 300;
export const farZ = 6;
export const chanceCodes = { unknown: 4093, over: 4094, under: 4095 } as const;

/** z of being over 20 miles in steps from −6; a distance without an error is surely over or under. */
function chanceCode(tenths: number, hundredths: number): number {
  if (tenths === 8191) return chanceCodes.unknown;
  if (hundredths === 0) return tenths > 200 ? chanceCodes.over : chanceCodes.under;
  const z = ((tenths - 200) * 10) / hundredths;
  return Math.round((Math.min(farZ, Math.max(-farZ, z)) + farZ) * zSteps);
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

export function scan(who: Int32Array, place: Int32Array, labels: Labels): Scan {
  if (who.length !== place.length) throw new Error('Query packed gave lists of different lengths');
  const none = labels.secured.indexOf('No placement recorded');
  const result: Scan = {
    labels,
    byType: new Uint32Array(4 * 4 * cellsALine),
    byAuthority: new Uint32Array(4 * 256 * cellsALine),
    byMonth: new Uint32Array(4 * 4096 * cellsALine),
    byArea: new Uint32Array(2 * 3 * 3 * 5 * 3 * 6),
    byChance: new Uint32Array(4 * 4096),
    byTenths: new Uint32Array(4 * 8192),
    bySource: new Uint32Array(16),
  };
  const { byType, byAuthority, byMonth, byArea, byChance, byTenths, bySource } = result;
  for (let i = 0; i < who.length; i += 1) {
    const a = who[i] ?? 0;
    const b = place[i] ?? 0;
    const slice = a & 3;
    const type = (a >>> 2) & 3;
    const tenths = b & 8191;
    const band = bandOfTenths[tenths] ?? 5;
    const where = (b >>> 13) & 3;
    const isPlaced = type !== none;
    const cell = isPlaced ? band * 3 + where : unplaced;
    add(byType, (slice * 4 + type) * cellsALine + cell);
    add(byAuthority, (slice * 256 + ((a >>> 4) & 255)) * cellsALine + cell);
    add(byMonth, (slice * 4096 + ((a >>> 12) & 4095)) * cellsALine + cell);
    if (slice > 2) continue;
    const sought = (Number(isPlaced) * 3 + ((a >>> 24) & 3)) * 3 + ((a >>> 26) & 3);
    add(byArea, ((sought * 5 + ((a >>> 28) & 7)) * 3 + where) * 6 + band);
    add(bySource, Number(isPlaced) * 8 + ((b >>> 27) & 7));
    if (!isPlaced) continue;
    add(byChance, type * 4096 + chanceCode(tenths, (b >>> 15) & 4095));
    add(byTenths, type * 8192 + tenths);
  }
  return result;
}
