import { join } from 'node:path';
import type { AuthorityShare, District, Sector } from '@/lib/place/format';
import type { AuthorityRecord } from './authority-list';
import { isBoxes } from './codepoint';
import { readRecords } from './csv';

/** Reads places already summarised from Code-Point Open: `outcodes.csv`, `postcode-sectors.csv`, `local-authorities.csv`. */
export function readSummary(folder: string): {
  districts: District[];
  sectors: Sector[];
  authorities: AuthorityRecord[];
} {
  return {
    districts: readRecords(join(folder, 'outcodes.csv')).map(district),
    sectors: readRecords(join(folder, 'postcode-sectors.csv')).map(sector),
    authorities: readRecords(join(folder, 'local-authorities.csv')).map(authority),
  };
}

type Fields = Readonly<Record<string, string>>;

function district(row: Fields): District {
  const code = row.outcode ?? '';
  const radius = Number(row.radius_p90_km) * 1000;
  const others = (row.other_utla_codes ?? '').split(' ').filter(Boolean).map(share);
  const main = { code: row.main_utla_code ?? '', share: Number(row.main_utla_share) };
  const position = { easting: Number(row.easting), northing: Number(row.northing) };
  return { code, ...position, radius, authorities: [main, ...others], boxes: isBoxes(code, radius) };
}

function share(text: string): AuthorityShare {
  const [code = '', value] = text.split(':');
  return { code, share: Number(value) };
}

function sector(row: Fields): Sector {
  const code = row.sector ?? '';
  const position = { easting: Number(row.easting), northing: Number(row.northing) };
  const area = { code: row.main_utla_code ?? '', share: Number(row.main_utla_share) };
  return { code, district: code.slice(0, -2), ...position, authority: area };
}

function authority(row: Fields): AuthorityRecord {
  const words = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean);
  return {
    code: row.gss_code ?? '',
    formerCodes: words(row.previous_gss_codes),
    dfeCode: row.dfe_la_code ?? '',
    formerDfeCodes: words(row.previous_dfe_codes),
    name: row.name ?? '',
    ofstedName: row.ofsted_name ?? '',
    region: row.region_code ?? '',
    regionName: row.region ?? '',
    easting: Number(row.pc_easting),
    northing: Number(row.pc_northing),
    children: /^\d+$/.test(row.cla_31mar2025 ?? '') ? Number(row.cla_31mar2025) : null,
  };
}
