import { authorityByCode } from '@/lib/place/authority';

/** An authority by its plain name; councils beyond England by their country and code. */
export function areaName(code: string): string {
  const english = authorityByCode(code)?.name;
  if (english) return english.replace(/, (?:City|County) of$/, '');
  if (code.startsWith('W')) return `Wales (${code})`;
  return code.startsWith('S') ? `Scotland (${code})` : code;
}
