/** An Ofsted number as both a placement and a list write it: seven digits, or SC and six; null for anything else. */
export function ofstedUrn(text: string): string | null {
  const urn = text
    .toUpperCase()
    .replace(/[\s\u200b\ufeff']+/g, '')
    .replace(/\.0+$/, '');
  return /^(\d{7}|SC\d{6})$/.test(urn) ? urn : null;
}
