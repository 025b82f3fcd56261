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
