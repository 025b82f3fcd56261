import type { NumberFormat } from './format';

const day = 86_400;

/**
 * Days from the serial's own day 0 to 1970-01-01. In the 1900 system serial 60 is a 29 February 1900 that
 * never was, so numbers before it are a day short.
 */
function unixDays(serial: number, from1904: boolean): number | null {
  if (from1904) return serial - 24_107;
  if (serial < 1 || (serial >= 60 && serial < 61)) return null;
  return serial < 60 ? serial - 25_568 : serial - 25_569;
}

const two = (value: number) => String(value).padStart(2, '0');

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A serial as `YYYY-MM-DD`, with `THH:MM:SS` when it is not midnight. Null when it is no date after 1900. */
export function serialToDate(serial: number, from1904: boolean): string | null {
  const days = unixDays(serial, from1904);
  if (days === null || !Number.isFinite(days)) return null;
  const seconds = Math.round(days * day);
  // The last day a spreadsheet knows is 9999-12-31.
  if (seconds >= 2_932_897 * day || (from1904 && serial < 0)) return null;
  const text = new Date(seconds * 1000).toISOString().slice(0, 10);
  const rest = ((seconds % day) + day) % day;
  return rest === 0 ? text : `${text}T${clock(rest)}`;
}

function zerosSpelledOut(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padEnd(point, '0');
  return point > 0 ? sign + digits.slice(0, point) : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** A stored number as plain digits: 15 significant ones, as spreadsheets show, and never an exponent. */
export function plainNumber(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? zerosSpelledOut(text) : text;
}

/** The text of a stored number under its format: an ISO date, a time, zeros in front, or the plain number. */
export function numberText(stored: string, format: NumberFormat, from1904: boolean): string {
  const plain = plainNumber(stored);
  const value = Number(stored);
  if (format.kind === 'date') return serialToDate(value, from1904) ?? plain;
  if (format.kind === 'time') {
    if (value >= 1) return serialToDate(value, from1904) ?? plain;
    return value >= 0 ? clock(Math.round(value * day) % day) : plain;
  }
  if (format.kind === 'padded' && /^\d+$/.test(plain)) return plain.padStart(format.digits, '0');
  return plain;
}
