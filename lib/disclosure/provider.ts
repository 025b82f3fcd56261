/** Providers: a price list may not be read off a provider that one authority, or almost nobody, uses. */
import type { Disclosure, TableRow } from '@/lib/figure/figure';

type Providers = Extract<Disclosure, { readonly kind: 'providers' }>;

export const fewestPlacements = 10;
export const fewestAuthorities = 2;
export const largestShareAllowed = 0.8;

/** The working columns of the rule: how many authorities place there, and the largest one's share of placements. */
export function providerColumns(disclosure: Providers): {
  readonly authorities: string;
  readonly largestShare: string;
} {
  return {
    authorities: disclosure.authorities ?? 'authorities',
    largestShare: disclosure.largestShare ?? 'largestShare',
  };
}

/** Whether a provider's row may be shown. A row without the working columns may not. */
export function providerAllowed(row: TableRow, disclosure: Providers): boolean {
  const names = providerColumns(disclosure);
  const authorities = row[names.authorities];
  const largest = row[names.largestShare];
  const { n } = row;
  if (typeof n !== 'number' || typeof authorities !== 'number' || typeof largest !== 'number') return false;
  return n >= fewestPlacements && authorities >= fewestAuthorities && largest <= largestShareAllowed;
}
