import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRecords } from '@/data/reference/csv';
import { findAuthority } from '@/lib/place/authority';
import { countryOf, loadPlaces } from '@/lib/place/places';

const reference = join('..', 'shared', 'reference');

test('what is fetched at run time stays within 150 kB', () => {
  const sizes = ['districts', 'sectors', 'authorities'].map(
    (name) => brotliCompressSync(readFileSync(`data/reference/${name}.json`)).length,
  );
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(150_000);
});

describe.skipIf(!existsSync(reference))('every row of the reference lists', () => {
  test('districts: position, radius, country, authorities', async () => {
    const { districts } = await loadPlaces();
    const rows = readRecords(join(reference, 'outcodes.csv'));
    expect(districts.size).toBe(rows.length);
    for (const row of rows) {
      const found = districts.get(row.outcode ?? '');
      expect(found, row.outcode).toBeDefined();
      if (!found) continue;
      expect([found.easting, found.northing]).toEqual([Number(row.easting), Number(row.northing)]);
      expect(found.radius).toBeCloseTo(Number(row.radius_p90_km) * 1000, 6);
      expect(countryOf(found).charAt(0)).toBe(row.country);
      const [main, ...others] = found.authorities;
      expect(main).toEqual({ code: row.main_utla_code, share: Number(row.main_utla_share) });
      expect(others.map((one) => `${one.code}:${one.share.toFixed(3)}`).join(' ')).toBe(row.other_utla_codes);
    }
  });

  test('sectors: position and main authority', async () => {
    const { sectors } = await loadPlaces();
    const rows = readRecords(join(reference, 'postcode-sectors.csv'));
    expect(sectors.size).toBe(rows.length);
    for (const row of rows) {
      const found = sectors.get(row.sector ?? '');
      expect(found && [found.easting, found.northing, found.authority.code, found.authority.share]).toEqual([
        Number(row.easting),
        Number(row.northing),
        row.main_utla_code,
        Number(row.main_utla_share),
      ]);
    }
  });

  test('authorities: every code, number and name, former ones included', () => {
    for (const row of readRecords(join(reference, 'local-authorities.csv'))) {
      for (const text of [row.gss_code, row.dfe_la_code, row.name, row.ofsted_name]) {
        const match = findAuthority(text ?? '');
        expect(match.kind === 'found' && match.authority, text).toMatchObject({
          code: row.gss_code,
          region: row.region_code,
          regionName: row.region,
        });
      }
      for (const code of `${row.previous_gss_codes} ${row.previous_dfe_codes}`.split(' ').filter(Boolean)) {
        const match = findAuthority(code);
        const found = match.kind === 'found' ? [match.authority] : match.kind === 'ambiguous' ? match.candidates : [];
        expect(
          found.map((one) => one.code),
          code,
        ).toContain(row.gss_code);
      }
    }
  });
});
