/** How a cell is written on screen. Rounding here is for reading only; downloads write the cell itself. */
import { type Cell, type Column, type ColumnKind, isWithheld, type TableRow } from './figure';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });

export type NumberFormat = 'percent' | 'percentage' | 'count' | 'pounds' | 'miles' | 'ratio' | 'points' | 'number';

/** A share of one as a whole percentage; one decimal only below 1 %, where whole numbers would say nothing. */
export function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 1 ? `${oneDecimal.format(value)}%` : `${whole.format(value)}%`;
}

const shortPounds = new Intl.NumberFormat('en-GB', {
  ...{ style: 'currency', currency: 'GBP', notation: 'compact', maximumFractionDigits: 1 },
} as const);

/** `£1.9m`, `£508k`: where a chart has no room for the pounds. */
export function shortMoney(value: number): string {
  return shortPounds.format(value).replace('-', '−').replace('M', 'm').replace('K', 'k');
}

/** Whether a column stands for the interval both ends of which it shows: that of the lower end. */
export function isInterval({ name }: Column): boolean {
  return name === 'lower';
}

/** Whether a table shows a column: codes are left out, the ends of an interval are one. */
export function isShown(column: Column): boolean {
  return isInterval(column) || (!column.hidden && column.name !== 'upper');
}

/** Over the column that shows both ends of an interval, from the heading of its lower end: `95% interval`. */
export function intervalHeading(label: string): string {
  return label.replace(/ from$/, '');
}

/** £ a week, to the pound. */
export function money(value: number): string {
  return pounds.format(value).replace('-', '−');
}

const writers: Readonly<Record<NumberFormat, (value: number) => string>> = {
  percent,
  percentage: (value) => oneDecimal.format(value).replace('-', '−'),
  pounds: money,
  count: (value) => whole.format(value).replace('-', '−'),
  miles: (value) => oneDecimal.format(value),
  ratio: (value) => twoDecimals.format(value),
  points: (value) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${whole.format(Math.abs(value * 100))} points`,
  number: (value) =>
    (Number.isInteger(value) ? whole : Math.abs(value) < 10 ? twoDecimals : oneDecimal).format(value).replace('-', '−'),
};

export function formatNumber(value: number, format: NumberFormat): string {
  return writers[format](value);
}

const formatOfKind: Readonly<Record<ColumnKind, NumberFormat>> = {
  dimension: 'number',
  text: 'number',
  count: 'count',
  rate: 'percent',
  percentage: 'percentage',
  pounds: 'pounds',
  miles: 'miles',
  ratio: 'ratio',
  points: 'points',
  number: 'number',
};

/** The cell as text: a number in its kind's form, a label as it is, a symbol in square brackets. */
export function formatCell(cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === undefined) return '';
  if (isWithheld(cell)) return `[${cell.symbol}]`;
  return typeof cell === 'string' ? cell : formatNumber(cell, formatOfKind[kind]);
}

/** `74–81%`, `£3,900–£4,700`; `−10 to −5` where a dash would be read as a minus. */
export function formatInterval(lower: number, upper: number, format: NumberFormat): string {
  const [from, to] = [formatNumber(lower, format), formatNumber(upper, format)];
  if (lower < 0 || upper < 0) return `${from} to ${to}`;
  return format === 'percent' ? `${from.replace('%', '')}–${to}` : `${from}–${to}`;
}

/** The interval of a row with `lower` and `upper`, in the form of its column; empty where it has none. */
export function rowInterval({ lower, upper }: TableRow, { kind }: Pick<Column, 'kind'>): string {
  if (typeof lower !== 'number' || typeof upper !== 'number') return '';
  return formatInterval(lower, upper, formatOfKind[kind]);
}

/** Writing a date in words costs more than the rest of an axis: each month is written once. */
const monthLabels = new Map<string, string>();

/** `Mar 2026` from `2026-03`; anything else is returned as it came. */
export function monthLabel(month: string): string {
  const known = monthLabels.get(month);
  if (known !== undefined) return known;
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) return month;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
  const label = date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  monthLabels.set(month, label);
  return label;
}
