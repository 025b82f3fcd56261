import records from '@/data/reference/authorities.json';
import { hashText } from './random';

/** A placing authority as the generator needs it. */
export interface Authority {
  /** GSS code. */
  readonly code: string;
  readonly dfeCode: string;
  readonly name: string;
  /** Children looked after, 31 March 2025 (DfE): sets the authority's share of the rows. */
  readonly children: number;
  /** £ a week, section 251 outturn 2024-25 (LAIT). */
  readonly residential: number;
  readonly foster: number;
}

/**
 * Unit costs of the 15 authorities of the South West, £ a week, residential and fostering: section 251 outturn
 * 2024-25, DfE Local Authority Interactive Tool (OGL v3). The Isles of Scilly publish none: the region's.
 */
const unitCosts: Readonly<Record<string, readonly [number, number]>> = {
  E06000022: [9020, 895],
  E06000023: [8765, 805],
  E06000024: [11130, 620],
  E06000025: [7190, 1115],
  E06000026: [6610, 790],
  E06000027: [8720, 1005],
  E06000030: [6780, 955],
  E06000052: [11325, 730],
  E06000053: [7895, 820],
  E06000054: [8505, 795],
  E06000058: [8660, 585],
  E06000059: [6610, 870],
  E06000066: [6280, 745],
  E10000008: [7130, 875],
  E10000013: [7550, 960],
};

/** England's unit costs 2024-25 (LAIT), spread over authorities about as the published quartiles are. */
function likelyCosts(code: string): readonly [number, number] {
  const spread = (name: string) => Math.exp(0.5 * (hashText(`${code} ${name}`) / 4294967296 - 0.5));
  return [Math.round(7385 * spread('residential')), Math.round(765 * spread('foster'))];
}

/** The Isles of Scilly look after too few children to publish: a handful of rows. */
const fewest = 5;

/** All 153. */
export const everyAuthority: readonly Authority[] = records.map(({ code, dfeCode, name, children }) => {
  const [residential, foster] = unitCosts[code] ?? likelyCosts(code);
  return { code, dfeCode, name, children: Math.max(fewest, children ?? 0), residential, foster };
});

export const southWest: readonly Authority[] = everyAuthority.filter(({ code }) => code in unitCosts);

/** Splits `rows` between the authorities in proportion to their children, largest remainder first. */
export function shareRows(authorities: readonly Authority[], rows: number): readonly number[] {
  const children = authorities.reduce((sum, authority) => sum + authority.children, 0);
  const exact = authorities.map((authority) => (rows * authority.children) / children);
  const shares = exact.map(Math.floor);
  const left = rows - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
