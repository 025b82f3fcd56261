/**
 * Promises to tell the districts Royal Mail keeps for PO boxes and large users, where nobody lives, though their
 * postcodes may be drawn at the addresses that collect the post, miles from one another.
 */

/** From 90 up they are such, except where people live (B90 to B98) and an airport (M90). */
const numbered = /^(?!B9[0-8]$|M90$)[A-Z]{1,2}9\d$/;

/** Below 90, those not known by lying at one point. */
const named: ReadonlySet<string> = new Set(
  'BL78 BN88 CH27 CH34 CT50 EC3P G58 G70 L69 L70 L71 L72 L75 LE21 LE87 N81 NE85 NE88 NG80 WA55'.split(' '),
);

/** Whether an outward code in use is of that kind by its number or name. */
export function isLargeUser(district: string): boolean {
  return numbered.test(district) || named.has(district);
}
