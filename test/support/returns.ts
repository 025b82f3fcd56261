/** Small synthetic returns with answers known in advance, for journeys through the real pages. */
const types = ['Foster', 'Residential', 'Supported Accommodation'] as const;

export interface KnownRow {
  readonly childId: string;
  readonly la: string;
  readonly sought: (typeof types)[number];
  readonly secured: (typeof types)[number] | '';
  readonly cost: number;
  readonly month: number;
}

/** `n` rows that follow from their number alone. */
export function knownRows(n: number, la: string, offset = 0): readonly KnownRow[] {
  return Array.from({ length: n }, (_, index) => {
    const at = index + offset;
    const sought = types[at % 3] ?? 'Foster';
    const moved = at % 5 === 0;
    const secured = at % 11 === 0 ? '' : moved ? (types[(at + 1) % 3] ?? 'Foster') : sought;
    const base = secured === 'Residential' ? 5000 : secured === 'Foster' ? 800 : 1400;
    return { childId: `0${at}`, la, sought, secured, cost: secured === '' ? 0 : base + at, month: (at % 12) + 1 };
  });
}

function suitability(row: KnownRow, type: string): string {
  return row.sought === type ? 'Preferred' : 'Suitable but not preferred';
}

function day(row: KnownRow): string {
  return `2025-${String(row.month).padStart(2, '0')}-10`;
}

/** The 2026 spreadsheet's columns. */
export function templateCsv(rows: readonly KnownRow[]): string {
  const head =
    'la_code,child_ID,when_placement_is_needed_by,foster_care_suitability,residential_care_suitability,supported_accommodation,placement_type,cost_total_weekly,placement_location,Date_entry_referral,date_entry_placement';
  return [
    head,
    ...rows.map((row) =>
      [
        row.la,
        row.childId,
        '> 5 days',
        suitability(row, 'Foster'),
        suitability(row, 'Residential'),
        suitability(row, 'Supported Accommodation'),
        row.secured,
        row.secured === '' ? '' : row.cost,
        row.secured === '' ? '' : 'TA1',
        day(row),
        row.secured === '' ? '' : day(row),
      ].join(','),
    ),
  ].join('\r\n');
}

/** Human labels, semicolons, British dates and aliases. */
export function labelCsv(rows: readonly KnownRow[]): string {
  const head =
    'Local authority;Child ID;When do you need this placement by?;Foster care suitability;Residential suitability;Supported Accomodation suitability;Placement Type;Total Weekly Cost (actual weekly fee paid);Placement Location;Date of Data entry (referral);Date of Data entry (placement)';
  const british = (row: KnownRow) => `10/${String(row.month).padStart(2, '0')}/2025`;
  return [
    head,
    ...rows.map((row) =>
      [
        row.la,
        row.childId,
        'in more than 5 days',
        suitability(row, 'Foster').replaceAll(' ', ''),
        suitability(row, 'Residential'),
        suitability(row, 'Supported Accommodation'),
        row.secured.replace('Supported Accommodation', 'Supported Accomodation'),
        row.secured === '' ? '' : `£${row.cost.toLocaleString('en-GB')}`,
        row.secured === '' ? '' : 'ex1 2ab',
        british(row),
        row.secured === '' ? '' : british(row),
      ].join(';'),
    ),
  ].join('\n');
}
