import { readFileSync } from 'node:fs';
import type { Authority } from '@/lib/place/authority';
import { readRecords } from './csv';

/** An authority with what only the sample and the proxy need. */
export interface AuthorityRecord extends Authority {
  /** Mean position of its live postcodes, OS National Grid metres. */
  readonly easting: number;
  readonly northing: number;
  /** Children looked after at 31 March 2025; null where DfE suppressed the count. */
  readonly children: number | null;
}

export function readAuthorities(path: string): AuthorityRecord[] {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Refreshes names, DfE numbers, regions and children looked after from DfE's children-looked-after
 * file (`la_cla_on_31_march_by_characteristics.csv`, explore-education-statistics layout). A GSS code
 * nobody knows stops the rebuild: its former codes must be written into authorities.json by hand.
 */
export function refreshFromDfe(authorities: readonly AuthorityRecord[], path: string): AuthorityRecord[] {
  const rows = readRecords(path).filter((row) => row.geographic_level === 'Local authority' && row.new_la_code);
  const latest = rows
    .map((row) => row.time_period ?? '')
    .sort()
    .at(-1);
  const current = new Map(
    rows
      .filter((row) => row.time_period === latest && (row.characteristic ?? 'Total') === 'Total')
      .map((row) => [row.new_la_code ?? '', row]),
  );
  const known = new Set(authorities.map((one) => one.code));
  const strangers = [...current.keys()].filter((code) => !known.has(code));
  if (strangers.length > 0) throw new Error(`Not in authorities.json, add with their former codes: ${strangers}`);
  return authorities.map((one) => {
    const row = current.get(one.code);
    if (!row) return one;
    const children = /^\d+$/.test(row.number ?? '') ? Number(row.number) : null;
    return { ...one, dfeCode: row.old_la_code || one.dfeCode, name: row.la_name || one.name, children };
  });
}

/** One authority a line, so that a change reads as one line. */
export function authoritiesJson(authorities: readonly AuthorityRecord[]): string {
  return `[\n${authorities.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}
