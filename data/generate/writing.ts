import { isoDay } from './calendar';
import type { House } from './house';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Excel counts days from 30 December 1899. */
const excelEpoch = 25_569;

export function dateText(day: number | null, { dates }: Pick<House, 'dates'>): string {
  if (day === null) return '';
  const iso = isoDay(day);
  const [year = '', month = '', date = ''] = iso.split('-');
  if (dates === 'dd/mm/yyyy') return `${date}/${month}/${year}`;
  if (dates === 'dd-mm-yy') return `${date}-${month}-${year.slice(2)}`;
  if (dates === 'd Mmm yyyy') return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
  return dates === 'serial' ? String(day + excelEpoch) : iso;
}

function thousands(pounds: string): string {
  return pounds.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** £ a week as the house writes it; pence only where there are some, unless it always writes them. */
export function costText(cost: number | null, { costs }: Pick<House, 'costs'>): string {
  if (cost === null) return '';
  const [pounds = '', pence = ''] = cost.toFixed(2).split('.');
  const rest = pence === '00' ? '' : `.${pence}`;
  if (costs === '4500.00') return `${pounds}.${pence}`;
  if (costs === '£4,500') return `£${thousands(pounds)}${rest}`;
  if (costs === '£4,500.00') return `£${thousands(pounds)}.${pence}`;
  return costs === '4,500 pw' ? `${thousands(pounds)}${rest} pw` : `${pounds}${rest}`;
}

/** A cell of delimited text: quoted only where it must be. */
export function quoted(text: string, delimiter: string): string {
  const special = text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(delimiter);
  return special ? `"${text.replaceAll('"', '""')}"` : text;
}
