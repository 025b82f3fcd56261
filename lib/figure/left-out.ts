/** What a figure leaves out, in words. */
import { type Exclusion, isWithheld } from './figure';
import { formatCell } from './format';

/** Within a sentence: a name that begins with a capital for being first begins without. */
function within(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function reasonsOf(exclusions: readonly Exclusion[]): string {
  const told: string[] = [];
  const hidden = new Map<string, string[]>();
  for (const { label, n } of exclusions) {
    if (n === 0) continue;
    if (isWithheld(n)) hidden.set(n.symbol, [...(hidden.get(n.symbol) ?? []), within(label)]);
    else told.push(`${within(label)} (${formatCell(n, 'count')})`);
  }
  const parts = [
    ...(told.length > 0 ? [told.join(', ')] : []),
    ...[...hidden].map(([symbol, labels]) => `hidden [${symbol}]: ${labels.join(', ')}`),
  ];
  return parts.join('; ');
}

/**
 * `Left out: no preference recorded (812); hidden [c]: not placed. Counted but not listed: small flows (20).` Reasons whose
 * count is withheld come together, after those that say how many. Empty where nothing is left out.
 */
export function leftOut(exclusions: readonly Exclusion[]): string {
  const left = reasonsOf(exclusions.filter(({ counted }) => !counted));
  const unlisted = reasonsOf(exclusions.filter(({ counted }) => counted));
  return [...(left ? [`Left out: ${left}.`] : []), ...(unlisted ? [`Counted but not listed: ${unlisted}.`] : [])].join(
    ' ',
  );
}
