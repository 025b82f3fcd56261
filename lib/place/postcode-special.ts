/** What people write in a postcode cell that is not a postcode, and what it means. */
export const specialReasons = [
  'Confidential',
  'No fixed abode',
  'Unaccompanied asylum-seeking child',
  'Abandoned child',
  'Outside the United Kingdom',
  'PO box',
  'Not known',
] as const;

export type SpecialReason = (typeof specialReasons)[number];

/** Tried in order on upper-case words parted by single spaces. */
const patterns: readonly (readonly [RegExp, SpecialReason])[] = [
  [/^(CON|PRIVATE|REFUGE)$|^CONF(ID)?\b|CONFIDENTIAL|RESTRICTED|WITHHELD|NOT DISCLOSED|SAFEGUARDING/, 'Confidential'],
  [/^(NFA|HOMELESS)$|NO (FIXED|PERMANENT) (ABODE|ADDRESS)|^ZZ99 ?3VZ$/, 'No fixed abode'],
  [/^UASC\b|ASYLUM|UNACCOMPANIED/, 'Unaccompanied asylum-seeking child'],
  [/ABANDONED|FOUNDLING/, 'Abandoned child'],
  [/^(ABROAD|OVERSEAS)$|OUTSIDE (THE )?(UK|UNITED KINGDOM)|^NON UK$/, 'Outside the United Kingdom'],
  [/\bP ?O BOX\b|^POBOX\b/, 'PO box'],
  [/^(UNKNOWN|UNK|N ?K|NONE|N ?A|NULL|NIL|TBC|TBA|MISSING|BLANK|X+|Z+|0+)$/, 'Not known'],
  [
    /NOT (KNOWN|RECORDED|AVAILABLE|APPLICABLE|PROVIDED|STATED)|TO BE CONFIRMED|^ZZ99\b|^ZZ99[0-9][A-Z]{2}$/,
    'Not known',
  ],
];

export function specialReason(words: string): SpecialReason | null {
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
