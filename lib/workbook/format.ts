/** How a number format asks for its number to be read. `padded` is a row of zeros: 12 as 0012. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'padded'; readonly digits: number };

const number: NumberFormat = { kind: 'number' };
const date: NumberFormat = { kind: 'date' };
const time: NumberFormat = { kind: 'time' };

/** ECMA-376 part 1, 18.8.30, with the East Asian date identifiers 27–36 and 50–58. */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return date;
  return (id >= 18 && id <= 21) || id === 45 || id === 47 ? time : number;
}

/** What a format code asks for, from its first section, its quoted and escaped text apart. */
export function readFormatCode(code: string): NumberFormat {
  // An elapsed time, `[h]:mm`, is a quantity and stays a number: its brackets go like any other's.
  const elapsed = /\[(h+|m+|s+)\]/i.test(code);
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P/gi, 'h')
    .split(';')[0];
  if (bare === undefined || elapsed || /^\s*(general|standard)\s*$/i.test(bare)) return number;
  if (/^0{2,20}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  if (/[yd]/i.test(bare)) return date;
  if (/[hs]/i.test(bare)) return time;
  return /m/i.test(bare) && !/[0#?]/.test(bare) ? date : number;
}

export function numberFormat(id: number, custom: ReadonlyMap<number, string>): NumberFormat {
  const code = custom.get(id);
  return code === undefined ? builtIn(id) : readFormatCode(code);
}
