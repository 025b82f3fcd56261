import type { SpecialReason } from './postcode-special';

/** Why a placement has no distance: a category of its own, in DfE's denominator, never an error. */
export const homeReasons: Readonly<Record<SpecialReason, string>> = {
  Confidential: 'Home is confidential',
  'No fixed abode': 'No fixed abode',
  'Unaccompanied asylum-seeking child': 'Unaccompanied asylum-seeking child',
  'Abandoned child': 'Abandoned child',
  'Outside the United Kingdom': 'Home outside the United Kingdom',
  'PO box': 'Home is a PO box',
  'Not known': 'Home not known',
};

export const placementReasons: Readonly<Record<SpecialReason, string>> = {
  Confidential: 'Placement is confidential',
  'No fixed abode': 'Placement location not known',
  'Unaccompanied asylum-seeking child': 'Placement location not known',
  'Abandoned child': 'Placement location not known',
  'Outside the United Kingdom': 'Placement outside Great Britain',
  'PO box': 'Placement is a PO box',
  'Not known': 'Placement location not known',
};

/** The other reasons, for either end. */
export const endReasons = {
  home: {
    blank: 'Home not recorded',
    unreadable: 'Home cannot be read',
    dead: 'Home postcode not in use',
    elsewhere: 'Home outside Great Britain',
    boxes: 'Home is a PO box',
  },
  placement: {
    blank: 'Placement location not recorded',
    unreadable: 'Placement location cannot be read',
    dead: 'Placement postcode not in use',
    elsewhere: 'Placement outside Great Britain',
    boxes: 'Placement is a PO box',
  },
} as const;

export const notPlacedReason = 'No placement recorded';
export const tooFarReason = 'More than 500 miles: check the record';

/** Land's End to John o' Groats is 603 miles; beyond 500 a mistyped postcode is likelier than a placement. */
export const farthestMiles = 500;

export const tooFarAdvice = 'Check both ends: a postcode with two letters exchanged is the usual cause.';

export const ambiguousReason = 'A district and a sector are written alike without the space';
export const cutShortReason = 'A postcode cut short';

const mending: Readonly<Record<string, string>> = {
  [endReasons.home.unreadable]: 'Give a postcode, its sector (BS1 4) or its district (BS1).',
  [endReasons.placement.unreadable]: 'Give a postcode, its sector (BS1 4) or its district (BS1).',
  [endReasons.home.dead]: 'Mistyped, or ended by Royal Mail: give the postcode in use now.',
  [endReasons.placement.dead]: 'Mistyped, or ended by Royal Mail: give the postcode in use now.',
  [endReasons.home.boxes]: 'Give the postcode of the home itself, not of its post.',
  [endReasons.placement.boxes]: 'Give the postcode of the home itself, not of its post.',
  [ambiguousReason]: 'Write the space: BS1 4 is a sector, BS14 a district.',
  [cutShortReason]: 'Give the whole postcode, or its district alone.',
};

/** What to do about a place that could not be used, by its reason. */
export function adviceOn(reason: string): string {
  return mending[reason] ?? 'Nothing to mend if that is right: the distance stays not known, for this reason.';
}
