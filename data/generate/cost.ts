import type { Authority } from './authorities';
import type { Provider } from './providers';
import type { Random } from './random';
import { type PlacementType, type Referral, riskCount, type Secured } from './row';

/** The middle of 2024-25, the year of the published unit costs, in years since April 2024. */
const pricedAt = 0.5;
const growth: Readonly<Record<PlacementType, number>> = {
  Foster: 0.04,
  Residential: 0.065,
  'Supported Accommodation': 0.05,
};

/** Scales that bring the mean of 2024-25 to the published unit cost, given the premiums below. */
const scale = { ownFoster: 0.738, agencyFoster: 1.165, residential: 0.747, supported: 1240 };

function premium(referral: Referral, type: PlacementType): number {
  const risks = riskCount(referral);
  const solo = referral.livingCompanions === 'Solo placement recommended' ? 1 : 0;
  const deprived = referral.deprivationOfLiberty ? 1 : 0;
  const adapted = referral.homeAdaptationRequired ? 1 : 0;
  const today = referral.neededBy === 'Today' ? 1 : 0;
  if (type === 'Foster') return 0.045 * risks + 0.12 * solo + 0.2 * deprived + 0.1 * adapted + 0.03 * today;
  if (type === 'Residential') return 0.042 * risks + 0.24 * solo + 0.34 * deprived + 0.1 * adapted + 0.05 * today;
  return (
    0.1 * risks + 0.25 * solo + 0.4 * deprived + 0.1 * adapted - (referral.homeUnknownReason === 'UASC' ? 0.35 : 0)
  );
}

function base(type: PlacementType, authority: Authority, own: boolean): { middle: number; spread: number } {
  if (type === 'Foster') {
    return { middle: authority.foster * (own ? scale.ownFoster : scale.agencyFoster), spread: own ? 0.2 : 0.15 };
  }
  if (type === 'Residential') return { middle: authority.residential * scale.residential, spread: 0.24 };
  return { middle: scale.supported, spread: 0.42 };
}

/** Fees are agreed in round numbers, foster fees in pounds and pence now and then. */
function rounded(random: Random, type: PlacementType, cost: number): number {
  if (type === 'Foster') return random.chance(0.35) ? Math.round(cost * 100) / 100 : Math.round(cost);
  if (random.chance(0.5)) return Math.round(cost / 50) * 50;
  return random.chance(0.6) ? Math.round(cost / 5) * 5 : Math.round(cost);
}

/** £ a week agreed, excluding VAT. */
export function drawCost(
  random: Random,
  referral: Referral,
  type: PlacementType,
  authority: Authority,
  provider: Provider,
  years: number,
): number {
  const { middle, spread } = base(type, authority, provider.owner !== null);
  const trend = (years - pricedAt) * Math.log(1 + growth[type]);
  const cost = middle * Math.exp(premium(referral, type) + provider.price + trend + spread * random.normal());
  return rounded(random, type, Math.max(type === 'Supported Accommodation' ? 260 : 240, cost));
}

type Breakdown = Pick<
  Secured,
  'coreWeeklyCost' | 'additionalSupportWeeklyCost' | 'educationWeeklyCost' | 'otherWeeklyCost'
>;

/** The parts of the fee, adding up to it; all empty where the authority recorded the total alone. */
export function drawBreakdown(random: Random, referral: Referral, type: PlacementType, total: number): Breakdown {
  if (!random.chance(0.68)) {
    return {
      coreWeeklyCost: null,
      additionalSupportWeeklyCost: null,
      educationWeeklyCost: null,
      otherWeeklyCost: null,
    };
  }
  const supported = !referral.additionalSupport.includes('NA');
  const schooled = type === 'Residential' && referral.age >= 6 && referral.age <= 16 && random.chance(0.3);
  const part = (share: number) => Math.round((total * share) / 5) * 5;
  const additional = supported ? part(0.08 + 0.16 * random.next()) : 0;
  const education = schooled ? part(0.14 + 0.08 * random.next()) : 0;
  const other = random.chance(0.12) ? part(0.02 + 0.04 * random.next()) : 0;
  const core = Math.round((total - additional - education - other) * 100) / 100;
  return {
    coreWeeklyCost: core,
    additionalSupportWeeklyCost: additional,
    educationWeeklyCost: education,
    otherWeeklyCost: other,
  };
}
