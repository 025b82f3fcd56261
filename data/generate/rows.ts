/**
 * Promises a believable pool of placements that is wholly invented: the same seed gives the same rows, for
 * 12,000 of the sample or a million of a benchmark, one authority after another, in no order of time.
 */
import { type Authority, shareRows, southWest } from './authorities';
import { drawDay, lastDay, yearsIn } from './calendar';
import { type Child, drawAge, drawChild } from './child';
import { drawSought, type Found, findHome, nothingFound, settle } from './placement';
import { type Place, placesAround } from './places';
import { createRandom, type Random } from './random';
import { drawNotice, drawReferral, type Occasion } from './referral';
import type { CanonicalRow } from './row';
import { buildWorld, type World } from './world';

export interface GenerateOptions {
  readonly rows: number;
  readonly seed: number;
  readonly authorities?: readonly Authority[];
  readonly districts?: readonly Place[];
  readonly providers?: number;
}

export function* generateRows(options: GenerateOptions): Generator<CanonicalRow> {
  const {
    rows,
    seed,
    authorities = southWest,
    districts = placesAround(new Set(authorities.map(({ code }) => code))),
    providers = 440,
  } = options;
  const world = buildWorld({ seed, authorities, districts, providers });
  const shares = shareRows(authorities, rows);
  for (const [index, authority] of authorities.entries()) {
    yield* authorityRows(world, authority, shares[index] ?? 0, createRandom(seed, authority.code));
  }
}

/** A child who may be referred again, should the first home not last. */
interface Past {
  readonly child: Child;
  readonly occasion: Occasion;
  readonly after: number;
}

function* authorityRows(world: World, authority: Authority, count: number, random: Random): Generator<CanonicalRow> {
  const centre = [...world.district.values()].find((place) => place.authority === authority.code);
  if (centre === undefined) throw new Error(`No district of ${authority.name}`);
  let nextId = 101 + random.between(0, 400);
  let left = count;
  const past: Past[] = [];

  while (left > 0) {
    const again =
      past.length > 40 && random.chance(0.17) ? past.splice(random.between(0, past.length - 1), 1)[0] : null;
    const returning = again && again.after <= lastDay ? again : null;
    const group = returning ? 1 : Math.min(left, drawGroup(random));
    const children: Child[] = [];
    if (returning) {
      children.push({ ...returning.child, severity: returning.child.severity + 0.25 });
    } else {
      const unaccompanied = group === 1 && random.chance(0.08);
      const years = random.next() * 2;
      for (let member = 0; member < group; member++) {
        const age = unaccompanied
          ? random.chance(0.85)
            ? 17
            : random.between(14, 16)
          : siblingAge(random, children[0]);
        children.push(drawChild(random, nextId, age, years, unaccompanied));
        nextId += random.chance(0.1) ? random.between(2, 6) : 1;
      }
    }
    const occasion = returning
      ? { ...returning.occasion, day: returning.after, years: yearsIn(returning.after), group: 1 }
      : drawOccasion(random, world, authority, centre, children);
    for (const row of place(random, world, authority, centre, children, occasion)) {
      yield row;
      left--;
      const child = children.find(({ id }) => id === row.childId);
      if (child && row.placementDay !== null && past.length < 4000) {
        past.push({ child, occasion, after: row.placementDay + 14 + Math.floor(-170 * Math.log(1 - random.next())) });
      }
    }
  }
}

function drawGroup(random: Random): number {
  return Number(random.weighted({ 1: 0.875, 2: 0.085, 3: 0.028, 4: 0.009, 5: 0.003 }));
}

function siblingAge(random: Random, first: Child | undefined): number {
  if (first === undefined) return drawAge(random);
  return Math.max(0, Math.min(17, first.age + random.between(-5, 4)));
}

function drawOccasion(
  random: Random,
  world: World,
  authority: Authority,
  centre: Place,
  children: readonly Child[],
): Occasion {
  const day = drawDay(random);
  const unaccompanied = children.some((child) => child.unaccompanied);
  const unknown = unaccompanied ? 'UASC' : random.weighted({ '': 0.985, Confidential: 0.009, 'Not known': 0.006 });
  const home = unknown === '' ? world.families.draw(random, authority.code, centre) : null;
  return {
    authority: authority.code,
    day,
    years: yearsIn(day),
    neededBy: drawNotice(random, children[0]?.severity ?? 0),
    homeDistrict: home?.outcode ?? null,
    homeSector: home?.sectors[Math.floor(random.next() * home.sectors.length)] ?? null,
    homeUnknownReason: unknown === '' ? null : unknown,
    group: children.length,
  };
}

/** Places a group: together where a home takes them all, else in two homes or more. */
function* place(
  random: Random,
  world: World,
  authority: Authority,
  centre: Place,
  children: readonly Child[],
  occasion: Occasion,
): Generator<CanonicalRow> {
  const home = occasion.homeDistrict === null ? null : (world.district.get(occasion.homeDistrict) ?? null);
  const origin = home ?? world.families.draw(random, authority.code, centre);
  let waiting = [...children];
  while (waiting.length > 0) {
    const size = waiting.length === 1 || random.chance(togetherChance(waiting.length, occasion)) ? waiting.length : 1;
    const referrals = waiting.slice(0, size).map((child) => drawReferral(random, child, occasion));
    const [first] = referrals;
    const found: Found | null = first ? findHome(random, world, authority, first, origin, size) : null;
    for (const referral of referrals) {
      const alone = children.length === 1;
      const together = alone ? ((referral.siblingCount ?? 0) > 0 ? random.between(0, 1) : 0) : size - 1;
      if (found) Object.assign(referral, drawSought(authority, referral, found));
      const secured = found ? settle(random, authority, referral, found, home, together) : nothingFound;
      // Not spread: an object that wide spread from two is slow to make and to read.
      yield Object.assign(referral, secured);
    }
    waiting = waiting.slice(size);
  }
}

function togetherChance(size: number, occasion: Occasion): number {
  const base = size === 2 ? 0.74 : size === 3 ? 0.58 : 0.42;
  return base - (occasion.neededBy === 'Today' ? 0.12 : 0);
}
