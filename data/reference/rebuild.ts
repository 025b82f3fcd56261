/**
 * Rebuilds the reference figures beside this file from the publishers' downloads:
 *   npx tsx data/reference/rebuild.ts <folder> [<target folder>]
 * The folder holds the CSV files of Code-Point Open (at any depth) and, where DfE's names and counts are
 * to be refreshed too, `la_cla_on_31_march_by_characteristics.csv`. A folder that holds `outcodes.csv`,
 * `postcode-sectors.csv` and `local-authorities.csv` is read as places already summarised.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type District, type Sector, writeDistricts, writeSectors } from '@/lib/place/format';
import { type AuthorityRecord, authoritiesJson, readAuthorities, refreshFromDfe } from './authority-list';
import { centresOf, districtsOf, readPostcodes, sectorsOf } from './codepoint';
import { readSummary } from './summary';

const here = dirname(fileURLToPath(import.meta.url));
const dfeFile = 'la_cla_on_31_march_by_characteristics.csv';

export interface Reference {
  readonly districts: readonly District[];
  readonly sectors: readonly Sector[];
  readonly authorities: readonly AuthorityRecord[];
}

/** Code-Point Open names its files by postcode area: `ab.csv`, `sw.csv`. */
export function fromCodePoint(folder: string, known: readonly AuthorityRecord[]): Reference {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const areas = files.filter((name) => /(^|[/\\])[a-z]{1,2}\.csv$/i.test(name));
  const postcodes = areas.flatMap((name) => readPostcodes(join(folder, name)));
  if (postcodes.length === 0) throw new Error(`No Code-Point Open postcodes in ${folder}`);
  const centres = centresOf(postcodes);
  const codes = new Set(known.map((one) => one.code));
  const strangers = [...centres.keys()].filter((code) => code.startsWith('E') && !codes.has(code));
  if (strangers.length > 0) throw new Error(`Not in authorities.json, add with their former codes: ${strangers}`);
  const dfe = files.find((name) => name.endsWith(dfeFile));
  const named = dfe ? refreshFromDfe(known, join(folder, dfe)) : known;
  const authorities = named.map((one) => {
    const { easting, northing } = centres.get(one.code) ?? one;
    return { ...one, easting, northing };
  });
  return { districts: districtsOf(postcodes), sectors: sectorsOf(postcodes), authorities };
}

export function writeReference(reference: Reference, target: string): void {
  const districts = writeDistricts(reference.districts);
  const sectors = writeSectors(reference.sectors, reference.districts);
  writeFileSync(join(target, 'districts.json'), `${JSON.stringify(districts, null, 0).replaceAll('","', '",\n"')}\n`);
  writeFileSync(join(target, 'sectors.json'), `${JSON.stringify(sectors, null, 0).replaceAll('","', '",\n"')}\n`);
  writeFileSync(join(target, 'authorities.json'), authoritiesJson(reference.authorities));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, target = here] = process.argv.slice(2);
  if (!folder) throw new Error('Say which folder: npx tsx data/reference/rebuild.ts <folder>');
  const summarised = existsSync(join(folder, 'outcodes.csv'));
  const reference = summarised
    ? readSummary(folder)
    : fromCodePoint(folder, readAuthorities(join(here, 'authorities.json')));
  writeReference(reference, target);
  const { districts, sectors, authorities } = reference;
  console.log(`${districts.length} districts, ${sectors.length} sectors, ${authorities.length} authorities`);
}
