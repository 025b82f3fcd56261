/**
 * The compact text in which the project carries postcode districts and sectors: exact grid metres in
 * a quarter of the size of a CSV. Reading and writing sit together so that neither can drift.
 */

export interface AuthorityShare {
  /** GSS code of the upper-tier authority (Scottish and Welsh councils included); '' where none is published. */
  readonly code: string;
  /** Share of the place's live postcodes, 0–1. */
  readonly share: number;
}

export interface District {
  /** Outward code: `BS14`. */
  readonly code: string;
  /** Mean position of its live postcodes, OS National Grid metres. */
  readonly easting: number;
  readonly northing: number;
  /** Metres within which 90 % of its postcodes lie of that mean. */
  readonly radius: number;
  /** Largest first, never empty. */
  readonly authorities: readonly AuthorityShare[];
  /** A district of PO boxes and large users: nobody lives there. */
  readonly boxes: boolean;
}

export interface Sector {
  /** Outward code, a space, one digit: `BS1 4`. */
  readonly code: string;
  readonly district: string;
  readonly easting: number;
  readonly northing: number;
  readonly authority: AuthorityShare;
}

export interface DistrictText {
  /** GSS codes, referred to by their index in base 36. */
  readonly codes: readonly string[];
  /** `BS14 -2s 4f 5k a:3c b:2`: code, steps from the line before, radius in 10 m, authorities. A final `!` marks boxes. */
  readonly lines: readonly string[];
}

export interface SectorText {
  readonly codes: readonly string[];
  /** One line a district, in the districts' order: `digit,east,north[,authority[,share]]` from the district's position. */
  readonly lines: readonly string[];
}

const base = (value: number): string => value.toString(36);
const number = (text: string | undefined): number => Number.parseInt(text ?? '', 36);

function shareText(index: number, share: number): string {
  const permille = Math.round(share * 1000);
  return permille === 1000 ? base(index) : `${base(index)}:${base(permille)}`;
}

function readShare(text: string, codes: readonly string[]): AuthorityShare {
  const [index, permille] = text.split(':');
  return { code: codes[number(index)] ?? '', share: permille === undefined ? 1 : number(permille) / 1000 };
}

export function writeDistricts(districts: readonly District[]): DistrictText {
  const codes = [...new Set(districts.flatMap((one) => one.authorities.map((area) => area.code)))].sort();
  let [east, north] = [0, 0];
  const lines = districts.map((one) => {
    const step = [base(one.easting - east), base(one.northing - north)];
    [east, north] = [one.easting, one.northing];
    const shares = one.authorities.map((area) => shareText(codes.indexOf(area.code), area.share));
    return [one.code, ...step, base(Math.round(one.radius / 10)), ...shares].join(' ') + (one.boxes ? '!' : '');
  });
  return { codes, lines };
}

export function readDistricts(text: DistrictText): District[] {
  let [easting, northing] = [0, 0];
  return text.lines.map((line) => {
    const boxes = line.endsWith('!');
    const [code = '', east, north, radius, ...shares] = (boxes ? line.slice(0, -1) : line).split(' ');
    [easting, northing] = [easting + number(east), northing + number(north)];
    const authorities = shares.map((share) => readShare(share, text.codes));
    return { code, easting, northing, radius: number(radius) * 10, authorities, boxes };
  });
}

/** Sectors must name districts of `districts`; they come back in the districts' order. */
export function writeSectors(sectors: readonly Sector[], districts: readonly District[]): SectorText {
  const codes = [...new Set(sectors.map((one) => one.authority.code))].sort();
  const byDistrict = groupByDistrict(sectors);
  const lines = districts.map((district) =>
    (byDistrict.get(district.code) ?? [])
      .map((one) => {
        const step = [base(one.easting - district.easting), base(one.northing - district.northing)];
        const same = one.authority.code === district.authorities[0]?.code;
        const share = Math.round(one.authority.share * 1000);
        const authority = same ? '' : base(codes.indexOf(one.authority.code));
        const tail = share === 1000 ? (same ? [] : [authority]) : [authority, base(share)];
        return [one.code.slice(-1), ...step, ...tail].join(',');
      })
      .join(' '),
  );
  return { codes, lines };
}

function groupByDistrict(sectors: readonly Sector[]): Map<string, Sector[]> {
  const groups = new Map<string, Sector[]>();
  for (const sector of sectors) groups.set(sector.district, [...(groups.get(sector.district) ?? []), sector]);
  return groups;
}

export function readSectors(text: SectorText, districts: readonly District[]): Sector[] {
  return districts.flatMap((district, index) => {
    const line = text.lines[index] ?? '';
    if (line === '') return [];
    return line.split(' ').map((item) => {
      const [digit = '', east, north, authority = '', share] = item.split(',');
      return {
        code: `${district.code} ${digit}`,
        district: district.code,
        easting: district.easting + number(east),
        northing: district.northing + number(north),
        authority: {
          code: authority === '' ? (district.authorities[0]?.code ?? '') : (text.codes[number(authority)] ?? ''),
          share: share === undefined ? 1 : number(share) / 1000,
        },
      };
    });
  });
}
