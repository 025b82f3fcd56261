import type { Encoding } from './encode';
import type { Spelling } from './spelling';
import type { Vocabulary } from './vocabulary';

/** How one authority fills in its return: nothing here changes what happened, only how it is written down. */
export interface House {
  readonly code: string;
  readonly file: string;
  readonly vocabulary: Vocabulary;
  /** Group row, header, description row and example row, as the template is exported. */
  readonly preamble: boolean;
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: Encoding;
  readonly newline: '\n' | '\r\n';
  readonly dates: 'iso' | 'dd/mm/yyyy' | 'dd-mm-yy' | 'd Mmm yyyy' | 'serial';
  readonly costs: 'plain' | '4500.00' | '£4,500' | '£4,500.00' | '4,500 pw';
  readonly yesNo: readonly [yes: string, no: string];
  readonly spelling: Spelling;
  /** Between several values of one cell. */
  readonly several: string;
  readonly childId: 'padded' | 'plain' | 'prefixed' | 'dashed';
  /** A child with no brothers or sisters: the June 2026 template asks for NA. */
  readonly noSiblings: 'NA' | '0' | '';
  /** What Yes means under "education continuity". */
  readonly education: 'disrupted' | 'continued' | 'never recorded';
  /** Its count of those placed together counts the child itself. */
  readonly countsChild: boolean;
  readonly authority: { readonly header: string; readonly as: 'GSS' | 'DfE' | 'name' } | null;
  readonly home: { readonly header: string; readonly as: 'district' | 'sector' | 'tight sector' | 'lower case' } | null;
  readonly distance: string | null;
  readonly extras: readonly ('age' | 'gender' | 'planned_or_emergency' | 'provider_sector')[];
  /** Share of rows without a notice. */
  readonly noNotice: number;
}

const usual: Omit<House, 'code' | 'file'> = {
  vocabulary: 'template-2026-june',
  preamble: false,
  delimiter: ',',
  encoding: 'utf-8',
  newline: '\n',
  dates: 'iso',
  costs: 'plain',
  yesNo: ['Yes', 'No'],
  spelling: 'standard',
  several: '; ',
  childId: 'plain',
  noSiblings: '0',
  education: 'disrupted',
  countsChild: false,
  authority: null,
  home: { header: 'home_postcode', as: 'district' },
  distance: null,
  extras: [],
  noNotice: 0.01,
};

function house(code: string, file: string, own: Partial<House>): House {
  return { ...usual, ...own, code, file: `${file}-placements.csv` };
}

export const houses: readonly House[] = [
  house('E06000022', 'bath-and-north-east-somerset', {
    vocabulary: 'label',
    dates: 'dd/mm/yyyy',
    costs: '£4,500',
    spelling: 'label',
    several: ', ',
    childId: 'padded',
  }),
  house('E06000023', 'bristol', {
    encoding: 'utf-8-bom',
    costs: '4500.00',
    spelling: 'template',
    several: ', ',
    childId: 'prefixed',
    noSiblings: 'NA',
    authority: { header: 'la', as: 'name' },
    home: { header: 'home_postcode', as: 'sector' },
  }),
  house('E06000024', 'north-somerset', {
    vocabulary: 'v2-json',
    yesNo: ['true', 'false'],
    spelling: 'json',
    education: 'continued',
    authority: { header: 'lad_code', as: 'GSS' },
    home: null,
    distance: 'pl_distance',
  }),
  house('E06000025', 'south-gloucestershire', {
    vocabulary: 'label',
    delimiter: ';',
    newline: '\r\n',
    dates: 'dd/mm/yyyy',
    costs: '4,500 pw',
    yesNo: ['Y', 'N'],
    spelling: 'label',
    several: ', ',
    childId: 'padded',
    education: 'never recorded',
    home: { header: 'home_location', as: 'district' },
  }),
  house('E06000026', 'plymouth', {
    preamble: true,
    encoding: 'utf-8-bom',
    newline: '\r\n',
    dates: 'dd/mm/yyyy',
    costs: '£4,500',
    spelling: 'template',
    noSiblings: 'NA',
    education: 'continued',
    childId: 'padded',
    home: { header: 'Home postcode', as: 'district' },
  }),
  house('E06000027', 'torbay', {
    vocabulary: 'v2-json',
    newline: '\r\n',
    costs: '4500.00',
    yesNo: ['true', 'false'],
    spelling: 'json',
    several: '|',
    education: 'continued',
    authority: { header: 'la_code', as: 'DfE' },
    distance: 'distance_from_home',
    extras: ['age', 'gender'],
  }),
  house('E06000030', 'swindon', {
    delimiter: '\t',
    encoding: 'utf-16le',
    newline: '\r\n',
    dates: 'dd/mm/yyyy',
    costs: '£4,500.00',
    spelling: 'template',
    several: '\n',
    noSiblings: 'NA',
    childId: 'dashed',
    home: { header: 'home_post', as: 'district' },
  }),
  house('E06000052', 'cornwall', {
    vocabulary: 'label',
    encoding: 'windows-1252',
    newline: '\r\n',
    dates: 'd Mmm yyyy',
    costs: '£4,500',
    spelling: 'label',
    several: ', ',
    childId: 'padded',
    authority: { header: 'local_authority', as: 'name' },
  }),
  house('E06000053', 'isles-of-scilly', { spelling: 'template', noSiblings: 'NA', childId: 'prefixed' }),
  house('E06000054', 'wiltshire', {
    vocabulary: 'template-2026-april',
    dates: 'dd-mm-yy',
    costs: '4500.00',
    spelling: 'template',
    authority: { header: 'placing_authority', as: 'DfE' },
    noNotice: 0.96,
  }),
  house('E06000058', 'bournemouth-christchurch-and-poole', {
    vocabulary: 'v2-json',
    yesNo: ['TRUE', 'FALSE'],
    spelling: 'joined',
    several: ';',
    education: 'continued',
    authority: { header: 'lad_code', as: 'GSS' },
    home: { header: 'home_postcode', as: 'district' },
    extras: ['planned_or_emergency'],
  }),
  house('E06000059', 'dorset', {
    vocabulary: 'label',
    delimiter: ';',
    encoding: 'utf-8-bom',
    newline: '\r\n',
    dates: 'dd/mm/yyyy',
    costs: '£4,500',
    yesNo: ['Y', 'N'],
    spelling: 'label',
    several: ', ',
    authority: { header: 'la', as: 'name' },
    home: { header: 'Home postcode', as: 'lower case' },
  }),
  house('E06000066', 'somerset', {
    yesNo: ['1', '0'],
    childId: 'prefixed',
    noSiblings: 'NA',
    authority: { header: 'la_code', as: 'GSS' },
    extras: ['age', 'gender', 'planned_or_emergency', 'provider_sector'],
  }),
  house('E10000008', 'devon', {
    dates: 'serial',
    spelling: 'template',
    several: ', ',
    childId: 'padded',
    noSiblings: 'NA',
    authority: { header: 'local_authority', as: 'name' },
    home: { header: 'home_location', as: 'district' },
  }),
  house('E10000013', 'gloucestershire', {
    vocabulary: 'label',
    newline: '\r\n',
    dates: 'dd/mm/yyyy',
    costs: '£4,500.00',
    spelling: 'pilot',
    several: ' / ',
    countsChild: true,
    home: { header: 'Primary family location (postcode sector - e.g. GL71)', as: 'tight sector' },
  }),
];

/** The standard as written, for files that no authority sent. */
export const plainHouse: House = house('', 'standard', { several: ';', noSiblings: 'NA', education: 'continued' });
