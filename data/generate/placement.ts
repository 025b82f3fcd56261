import type { Authority } from './authorities';
import { lastDay, yearsIn } from './calendar';
import { drawBreakdown, drawCost } from './cost';
import { milesBetween, type Place } from './places';
import type { Provider } from './providers';
import { createRandom, logistic, type Random } from './random';
import { drawReason } from './referral';
import type { PlacementType, Referral, Secured } from './row';
import { drawSearchDays, drawSecuredType } from './secured';
import type { World } from './world';

/** What one home found for one child, or for brothers and sisters together, fixes for all of them. */
export interface Found {
  readonly type: PlacementType;
  readonly day: number;
  readonly place: Place;
  readonly provider: Provider;
  readonly registered: boolean;
}

export const nothingFound: Secured = {
  placementType: null,
  placementDay: null,
  costDay: null,
  placementLocation: null,
  miles: null,
  outOfAuthority: null,
  isLocationPreferred: null,
  educationDisrupted: null,
  providerURN: null,
  providerSector: null,
  siblingsPlacedTogether: null,
  totalWeeklyCost: null,
  coreWeeklyCost: null,
  additionalSupportWeeklyCost: null,
  educationWeeklyCost: null,
  otherWeeklyCost: null,
};

function drawHome(
  random: Random,
  world: World,
  authority: Authority,
  type: PlacementType,
  origin: Place,
): { place: Place; provider: Provider } {
  if (type !== 'Foster') {
    const gravity = type === 'Residential' ? world.homes : world.supported;
    const provider = gravity.draw(random, authority.code, origin);
    return { place: provider.district, provider };
  }
  const place = world.carers.draw(random, authority.code, origin);
  const own = world.ownFostering.get(authority.code);
  const ownShare = place.authority === authority.code ? 0.68 : 0.38;
  if (own !== undefined && random.chance(ownShare)) return { place, provider: own };
  return { place, provider: world.agencies.draw(random, authority.code, place) };
}

/** Looks for a home; null where none was found by the last day of the pool, or the search was given up. */
export function findHome(
  random: Random,
  world: World,
  authority: Authority,
  referral: Referral,
  origin: Place,
  group: number,
): Found | null {
  const market = world.market.get(authority.code) ?? { shortage: 0 };
  const type = drawSecuredType(random, referral, yearsIn(referral.referralDay), group, market);
  const day = referral.referralDay + drawSearchDays(random, referral, type);
  const { place, provider } = drawHome(random, world, authority, type, origin);
  const atRisk = type === 'Foster' ? 0 : referral.deprivationOfLiberty ? 0.24 : 0.003;
  const registered = !random.chance(atRisk);
  if (day > lastDay || random.chance(0.001)) return null;
  return { type, day, place, provider, registered };
}

/** Of placements outside the authority, and inside it, those for which a home outside was sought. */
const soughtOutside = { outside: 0.25, inside: 0.02 } as const;

/**
 * Where a home outside the area is sought it is mostly found there: what was sought, drawn anew beside what was found. A stream of
 * its own for each referral leaves every other cell of the sample as it is.
 */
export function drawSought(
  authority: Authority,
  { childId, referralDay }: Referral,
  { place }: Found,
): Pick<Referral, 'isPreferredLocationLocal' | 'outOfLAReason'> {
  const random = createRandom(childId, `sought ${authority.code} ${referralDay}`);
  const outside = random.chance(soughtOutside[place.authority === authority.code ? 'inside' : 'outside']);
  return { isPreferredLocationLocal: !outside, outOfLAReason: outside ? drawReason(random) : null };
}

/** One child's part of what was found. `together` = brothers and sisters placed in the same home. */
export function settle(
  random: Random,
  authority: Authority,
  referral: Referral,
  found: Found,
  home: Place | null,
  together: number | null,
): Secured {
  const { type, place, provider, registered } = found;
  const miles = home === null ? null : Math.round(milesBetween(home, place) * 10) / 10;
  const outside = place.authority !== authority.code;
  const away = Math.min(80, miles ?? 8);
  const wanted = referral.isPreferredLocationLocal ? (outside ? -0.9 : 0.5) : outside ? 0.5 : -1.2;
  const preferred = random.chance(logistic(1.27 + wanted - 0.035 * away - (referral.neededBy === 'Today' ? 0.35 : 0)));
  const ofSchoolAge = referral.age >= 4 ? 0 : -2.2;
  const disrupted = logistic(
    -2 + ofSchoolAge + 0.045 * away + (type === 'Residential' ? 0.5 : 0) + (preferred ? 0 : 0.7),
  );
  const agreed = drawCost(random, referral, type, authority, provider, yearsIn(found.day));
  const total = registered ? agreed : Math.round((agreed * 1.35) / 50) * 50;
  return {
    placementType: type,
    placementDay: found.day,
    costDay: Math.min(lastDay, found.day + Math.floor(-6 * Math.log(1 - random.next()))),
    placementLocation: place.outcode,
    miles,
    outOfAuthority: outside,
    isLocationPreferred: preferred,
    educationDisrupted: random.chance(disrupted),
    providerURN: registered ? provider.urn : 'Unregistered',
    providerSector: registered ? provider.sector : 'Private',
    siblingsPlacedTogether: together,
    totalWeeklyCost: total,
    ...drawBreakdown(random, referral, type, total),
  };
}
