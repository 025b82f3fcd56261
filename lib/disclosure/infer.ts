/** What a reader can infer: bounds of every unknown, tightened by every sum until nothing moves. */
import type { Equation, Unknown } from './known';
import { roundedBounds } from './round';
import type { Limits } from './settings';

/** More than real pages need; a reader would have to go round as often. */
const passes = 30;

/**
 * Sets `low` and `high` of `unknowns` from what is given, what the figure at hand would show, and `equations`.
 * Unknowns outside keep the bounds they have: a part of a page can be looked at again on its own.
 */
export function infer(unknowns: Iterable<Unknown>, equations: Iterable<Equation>, limits: Limits): void {
  for (const unknown of unknowns) {
    unknown.low = unknown.given.low;
    unknown.high = unknown.given.high;
    const shown = unknown.here.find(({ state }) => state !== 'hidden');
    if (!shown) continue;
    const { value } = unknown;
    const bounds = shown.state === 'exact' ? { low: value, high: value } : roundedBounds(value, limits);
    unknown.low = Math.max(unknown.low, bounds.low);
    unknown.high = Math.min(unknown.high, bounds.high);
  }
  let moved = true;
  for (let pass = 0; moved && pass < passes; pass++) {
    moved = false;
    for (const equation of equations) moved = tighten(equation) || moved;
  }
}

function tighten({ parts, total }: Equation): boolean {
  let low = 0;
  let high = 0;
  let unbounded = 0;
  for (const part of parts) {
    low += part.low;
    if (part.high === Number.POSITIVE_INFINITY) unbounded++;
    else high += part.high;
  }
  let moved = narrow(total, low, unbounded > 0 ? Number.POSITIVE_INFINITY : high);
  for (const part of parts) {
    const others = unbounded - (part.high === Number.POSITIVE_INFINITY ? 1 : 0);
    const othersHigh =
      others > 0 ? Number.POSITIVE_INFINITY : high - (part.high === Number.POSITIVE_INFINITY ? 0 : part.high);
    const before = part.high;
    const beforeLow = part.low;
    if (!narrow(part, total.low - othersHigh, total.high - (low - part.low))) continue;
    moved = true;
    low += part.low - beforeLow;
    if (before === Number.POSITIVE_INFINITY && part.high !== before) unbounded--;
    if (part.high !== Number.POSITIVE_INFINITY) high += part.high - (before === Number.POSITIVE_INFINITY ? 0 : before);
  }
  return moved;
}

function narrow(unknown: Unknown, low: number, high: number): boolean {
  const tighter = low > unknown.low || high < unknown.high;
  unknown.low = Math.max(unknown.low, low);
  unknown.high = Math.min(unknown.high, high);
  return tighter;
}
