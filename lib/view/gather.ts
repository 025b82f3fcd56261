/** A URL's raw parts by parameter, before any meaning: repeated, misspelt and oversized ones dealt with. */
import { type LinkNotice, tooLong, unknownParameter } from '@/lib/view/notice';
import { isPageParameter, isParameterName, type ParameterName } from '@/lib/view/parameter';

/** Far more than any link we write: beyond it a link is junk, and reading it should cost nothing. */
const longestValue = 4_000;
const mostParts = 200;

export interface Gathered {
  readonly values: ReadonlyMap<ParameterName, readonly string[]>;
  readonly notices: readonly LinkNotice[];
}

/** Names match whatever their case; a Map keeps `__proto__` a name like any other. */
export function gather(parts: Iterable<readonly [string, string]>): Gathered {
  const values = new Map<ParameterName, string[]>();
  const notices: LinkNotice[] = [];
  let count = 0;
  for (const [raw, value] of parts) {
    count += 1;
    const name = raw.length > 40 ? raw : raw.trim().toLowerCase();
    if (count > mostParts) {
      notices.push(tooLong('everything after the first 200 parts', ''));
      break;
    }
    if (isPageParameter(name)) continue;
    if (!isParameterName(name)) notices.push(unknownParameter(raw, value));
    else if (value.length > longestValue) notices.push(tooLong(name, value));
    else values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, notices };
}
