import type { Child } from './child';
import { drawRisks } from './child';
import { logistic, type Random } from './random';
import type { Companions, Notice, Referral, Support } from './row';
import { drawSuitability } from './suitability';

/** What the members of one sibling group, or a child alone, share. */
export interface Occasion {
  readonly authority: string;
  readonly day: number;
  readonly years: number;
  readonly neededBy: Notice;
  readonly homeDistrict: string | null;
  readonly homeSector: string | null;
  readonly homeUnknownReason: Referral['homeUnknownReason'];
  /** Children referred together, this one included. */
  readonly group: number;
}

export function drawNotice(random: Random, severity: number): Notice {
  const today = 0.25 + 0.04 * Math.max(-1, Math.min(2, severity));
  return random.weighted({ Today: today, '< 5 days': 0.34, '> 5 days': 0.41 });
}

function drawCompanions(random: Random, child: Child, group: number): Companions {
  if (random.chance(logistic(-3 + 1.15 * child.severity))) return 'Solo placement recommended';
  if (group > 1 && random.chance(0.6)) return 'With other children recommended';
  return random.weighted({
    'With other children recommended': 0.2,
    'Only with other older children': 0.13,
    'Only with other younger children': 0.07,
    'No preference': 0.6,
  });
}

function drawSupport(random: Random, child: Child): Support[] {
  const support: Support[] = [];
  if (random.chance(logistic(-2.7 + 1.1 * child.severity))) support.push('Additional supervision');
  if (child.age >= 4 && random.chance(logistic(-1.9 + 0.8 * child.severity))) support.push('Therapeutic support');
  if (random.chance(0.04)) support.push('A worker for respite');
  if (child.age >= 5 && child.age <= 16 && random.chance(0.16)) support.push('Taxis to school');
  if (random.chance(0.012)) support.push('Other');
  return support.length > 0 ? support : ['NA'];
}

const otherSupport = ['Mentoring twice a week', 'Family time supervised', 'Night waking staff', 'Specialist equipment'];

/** How many brothers and sisters to place with: 0 = has some but need not be with them. */
function drawSiblings(random: Random, group: number): Pick<Referral, 'siblingCount' | 'noSiblings'> {
  if (group > 1) return { siblingCount: group - 1, noSiblings: false };
  if (random.chance(0.04)) return { siblingCount: 1, noSiblings: false };
  const noSiblings = random.chance(0.55);
  return { siblingCount: noSiblings ? null : 0, noSiblings };
}

/** Why a home outside the area is sought. */
export function drawReason(random: Random): NonNullable<Referral['outOfLAReason']> {
  return random.weighted({ 'Safeguarding concerns': 0.84, 'Bail conditions': 0.06, 'Court order': 0.1 });
}

export function drawReferral(random: Random, child: Child, occasion: Occasion): Referral {
  const companions = drawCompanions(random, child, occasion.group);
  const deprivationOfLiberty = child.age >= 10 && random.chance(logistic(-5.7 + 1.7 * child.severity));
  const communicationNeeds = child.unaccompanied
    ? 'Yes'
    : random.weighted({ Yes: 0.2 + 0.03 * Math.max(0, child.severity), No: 0.7, 'Not Specified': 0.08 });
  const support = drawSupport(random, child);
  const local = random.chance(logistic(2.4 - 0.35 * Math.max(0, child.severity)));
  return {
    authority: occasion.authority,
    childId: child.id,
    referralDay: occasion.day,
    neededBy: occasion.neededBy,
    ...drawSiblings(random, occasion.group),
    isPreferredLocationLocal: local,
    outOfLAReason: local ? null : drawReason(random),
    communicationNeeds,
    specificCommunicationRequirement: child.unaccompanied
      ? ['ESOL']
      : communicationNeeds === 'Yes'
        ? [random.weighted({ ESOL: 0.2, BSL: 0.08, Makaton: 0.3, None: 0.42 })]
        : ['None'],
    homeAdaptationRequired: random.chance(0.04),
    culturalNeeds: random.weighted({
      Required: child.unaccompanied ? 0.7 : 0.08,
      'Not Required': child.unaccompanied ? 0.15 : 0.79,
      'Not Known': 0.13,
    }),
    livingCompanions: companions,
    pets: random.weighted({ 'Yes-must': 0.025, 'Yes-can': 0.62, No: 0.095, 'Not known': 0.26 }),
    additionalSupport: support,
    additionalSupportOther: support.includes('Other') ? (otherSupport[random.between(0, 3)] ?? null) : null,
    deprivationOfLiberty,
    risks: drawRisks(random, child),
    suitability: drawSuitability(random, child, companions, deprivationOfLiberty),
    age: child.age,
    gender: child.gender,
    homeDistrict: occasion.homeDistrict,
    homeSector: occasion.homeSector,
    homeUnknownReason: occasion.homeUnknownReason,
  };
}
