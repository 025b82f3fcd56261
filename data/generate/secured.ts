import { logistic, type Random } from './random';
import { type PlacementType, type Referral, riskCount } from './row';
import { placementTypes } from './suitability';

/** What the market lets an authority have: some find fewer foster carers than others. */
export interface Market {
  /** Log-odds added to every displacement. */
  readonly shortage: number;
}

/**
 * The type found. A child for whom foster care was sought is displaced to a children's home more often the
 * greater the needs, the shorter the notice, the larger the group, and the later the year.
 */
export function drawSecuredType(
  random: Random,
  referral: Referral,
  years: number,
  group: number,
  market: Market,
): PlacementType {
  const preferred = placementTypes.filter((type) => referral.suitability[type] === 'Preferred');
  const sought =
    preferred.length === 0
      ? likeliest(referral)
      : (preferred[Math.floor(random.next() * preferred.length)] ?? 'Foster');
  const today = referral.neededBy === 'Today' ? 0.45 : referral.neededBy === '< 5 days' ? 0.15 : 0;
  const solo = referral.livingCompanions === 'Solo placement recommended';
  const pressure =
    market.shortage + today + (solo ? 0.85 : 0) + (referral.homeAdaptationRequired ? 0.5 : 0) + 0.5 * years;
  const risks = riskCount(referral);
  if (sought === 'Foster') {
    const young = referral.age < 8 ? -2.4 : referral.age < 12 ? -0.6 : 0.1;
    if (random.chance(logistic(-2.95 + pressure + young + 0.42 * risks + 0.2 * (group - 1)))) return 'Residential';
    if (referral.age >= 16 && random.chance(0.13)) return 'Supported Accommodation';
    return 'Foster';
  }
  if (sought === 'Residential') {
    if (random.chance(logistic(-1.35 + 0.5 * pressure - 0.12 * risks))) {
      return referral.age >= 16 && random.chance(0.6) ? 'Supported Accommodation' : 'Foster';
    }
    return 'Residential';
  }
  if (random.chance(logistic(-3.1 + pressure + 0.3 * risks))) return 'Residential';
  return random.chance(0.06) ? 'Foster' : sought;
}

function likeliest(referral: Referral): PlacementType {
  if (referral.age >= 16) return 'Supported Accommodation';
  return referral.deprivationOfLiberty || riskCount(referral) >= 6 ? 'Residential' : 'Foster';
}

/** Days from referral to the agreed start: an upper bound on the search. */
export function drawSearchDays(random: Random, referral: Referral, type: PlacementType): number {
  if (referral.neededBy === 'Today') return random.chance(0.78) ? 0 : random.between(1, 3);
  const solo = referral.livingCompanions === 'Solo placement recommended';
  const harder = (solo ? 1.3 : 1) * (type === 'Residential' ? 1.25 : 1) * (referral.deprivationOfLiberty ? 1.3 : 1);
  if (referral.neededBy === '< 5 days') return Math.min(30, Math.round(2.4 * harder * Math.exp(0.6 * random.normal())));
  return Math.max(3, Math.min(150, Math.round(9 * harder * Math.exp(0.65 * random.normal()))));
}
