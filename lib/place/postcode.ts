/**
 * Promises to read whatever stands in a postcode cell, without ever throwing or guessing: a full
 * postcode, a sector, a district, a word that says why there is none, or something unreadable. The
 * unit (the last two letters) is dropped: nothing finer than a sector is ever kept.
 */
import { type SpecialReason, specialReason } from './postcode-special';

/** What the column says it holds; it settles how `BS14` is read. `home` = the heading does not say. */
export type PlaceMeaning = 'postcode' | 'sector' | 'district' | 'home';

export type PlaceWarning =
  /** `BS14` is the district BS14 or the sector BS1 4. */
  | 'ambiguous'
  /** `BS1 4A`: a full postcode cut short. */
  | 'cut short'
  /** A district where the column holds sectors or postcodes: coarser than expected. */
  | 'coarser'
  /** More than the district where the column holds districts; only the district is wanted. */
  | 'finer';

export type Elsewhere = 'Northern Ireland' | 'Isle of Man' | 'Channel Islands' | 'Not a place';

export type PostcodeReading =
  | {
      readonly kind: 'full' | 'sector';
      readonly district: string;
      readonly sector: string;
      readonly warning: PlaceWarning | null;
    }
  | { readonly kind: 'district'; readonly district: string; readonly warning: PlaceWarning | null }
  | { readonly kind: 'elsewhere'; readonly district: string; readonly where: Elsewhere }
  | { readonly kind: 'special'; readonly reason: SpecialReason }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' };

/** The 120 postcode areas of Great Britain. */
const areas = new Set(
  'AB AL B BA BB BD BH BL BN BR BS CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD'
    .concat(
      ' HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO',
    )
    .concat(
      ' PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE',
    )
    .split(' '),
);

const elsewhere: Readonly<Record<string, Elsewhere>> = {
  BT: 'Northern Ireland',
  IM: 'Isle of Man',
  GY: 'Channel Islands',
  JE: 'Channel Islands',
  BF: 'Not a place',
  BX: 'Not a place',
  XX: 'Not a place',
};

const district = '([A-Z]{1,2}) ?([0-9][0-9A-Z]?)';
const grammar = {
  full: /^([A-Z]{1,2})([0-9][0-9A-Z]?)([0-9])[A-Z]{2}$/,
  district: new RegExp(`^${district}$`),
  sector: new RegExp(`^${district} ([0-9])$`),
  sectorJoined: /^([A-Z]{1,2})([0-9][0-9A-Z]?)([0-9])$/,
  cutShort: new RegExp(`^${district} ?([0-9]) ?[A-Z]$`),
};

/** Upper case, every run of white space and punctuation one space. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Total and pure: says what the text is, not whether the postcode is live. */
export function readPostcode(text: string, meaning: PlaceMeaning): PostcodeReading {
  const words = plain(text);
  const joined = words.replaceAll(' ', '');
  if (text.trim() === '') return { kind: 'blank' };
  const special = joined === '' ? 'Not known' : specialReason(words);
  if (special) return { kind: 'special', reason: special };
  const finer = meaning === 'district' ? 'finer' : null;
  const full = grammar.full.exec(joined);
  if (full) return placed(full, 'full', finer);
  const sector = grammar.sector.exec(words);
  if (sector) return placed(sector, 'sector', finer);
  const whole = grammar.district.exec(words);
  const split = grammar.sectorJoined.exec(joined);
  if (whole && split)
    return meaning === 'sector' ? placed(split, 'sector', 'ambiguous') : placed(whole, 'district', 'ambiguous');
  if (split) return placed(split, 'sector', finer);
  if (whole) return placed(whole, 'district', meaning === 'sector' || meaning === 'postcode' ? 'coarser' : null);
  const cut = grammar.cutShort.exec(words);
  return cut ? placed(cut, 'sector', 'cut short') : { kind: 'unreadable' };
}

function placed(
  parts: RegExpExecArray,
  kind: 'full' | 'sector' | 'district',
  warning: PlaceWarning | null,
): PostcodeReading {
  const [, area = '', number = '', digit = ''] = parts;
  const code = area + number;
  const where = elsewhere[area];
  if (where) return { kind: 'elsewhere', district: code, where };
  if (!areas.has(area)) return { kind: 'unreadable' };
  if (kind === 'district') return { kind, district: code, warning };
  return { kind, district: code, sector: `${code} ${digit}`, warning };
}

/** Kept instead of what could not be read: it may be a whole address. */
export const unreadableText = 'Cannot be read';

/** What a pool keeps of a home: `BS1 4`, `BS14` or a reason such as `Confidential`. Read again, it means the same. */
export function placeText(reading: PostcodeReading): string | null {
  switch (reading.kind) {
    case 'full':
    case 'sector':
      return reading.sector;
    case 'district':
    case 'elsewhere':
      return reading.district;
    case 'special':
      return reading.reason;
    case 'blank':
      return null;
    case 'unreadable':
      return unreadableText;
  }
}
