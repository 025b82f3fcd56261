/** What the columns of Ofsted's lists of providers are called, in every edition and sheet seen. */
export const ofstedFields = [
  'urn',
  'name',
  'provision',
  'sector',
  'places',
  'region',
  'authority',
  'status',
  'owner',
  'grade',
  'graded',
] as const;
export type OfstedField = (typeof ofstedFields)[number];

/** Spellings of each, the preferred first: a sheet often holds several. Case, spaces and marks never matter. */
const spellings: Readonly<Record<OfstedField, readonly string[]>> = {
  urn: ['URN', 'Provider URN', 'Unique reference number'],
  name: ['Name', 'Provider name', 'Setting name'],
  provision: ['Provision type', 'Provider type'],
  sector: ['Sector', 'Owner type'],
  places: ['Places', 'Number of registered places', 'Registered places', 'Capacity', 'Max users'],
  region: ['Government Office Region', 'Region', 'Ofsted region'],
  authority: ['Setting local authority', 'Local authority', 'Provider local authority'],
  status: ['Registration status', 'Provider status', 'Setting status'],
  owner: ['Organisation name', 'Organisation which owns the provider', 'Owner name'],
  grade: [
    'Overall experiences and progress of children and young people',
    'Latest overall effectiveness grade from last full inspection',
    'Overall effectiveness',
  ],
  graded: [
    'Latest full inspection date',
    'Inspection date',
    'Date of last full inspection',
    'Full inspection start date',
  ],
};

const plain = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]+/g, '');

const known = new Map(
  ofstedFields.flatMap((field) =>
    spellings[field].map((spelling, rank): [string, { field: OfstedField; rank: number }] => [
      plain(spelling),
      { field, rank },
    ]),
  ),
);

export type OfstedColumns = Readonly<Partial<Record<OfstedField, number>>>;

/** Which column holds what. Of several for one field the preferred spelling wins, then the first. */
export function ofstedColumns(headings: readonly string[]): OfstedColumns {
  const found = new Map<OfstedField, { rank: number; at: number }>();
  headings.forEach((heading, at) => {
    const match = known.get(plain(heading));
    if (!match) return;
    const held = found.get(match.field);
    if (!held || match.rank < held.rank) found.set(match.field, { rank: match.rank, at });
  });
  return Object.fromEntries([...found].map(([field, { at }]) => [field, at]));
}

/** A row heads a list of providers when it names the URN and something that says what a provider is. */
export function headsProviders(columns: OfstedColumns): boolean {
  return columns.urn !== undefined && (columns.provision !== undefined || columns.name !== undefined);
}

/** Capacity is counted by setting, so a provider with several has several rows that add up. */
export function countsSettings(headings: readonly string[]): boolean {
  return headings.some((heading) => plain(heading) === 'settingcategory' || plain(heading) === 'settinglocalauthority');
}
