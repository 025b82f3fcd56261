/**
 * Three things to do first about cost, each with what makes it worth doing. Words alone: every number is a protected cell
 * of a figure the reader can open, said again.
 */
import type { Figure, TableRow } from '@/lib/figure/figure';
import { agrees } from '@/lib/measure/cost/standard/second-opinion';
import { capitalised } from '@/lib/measure/needs/rate';
import { spoken } from '@/lib/measure/needs/type';
import { largePounds, listed, moreOrLess, number, numeric, placements, pounds, text } from '@/lib/measure/words';

export interface Lead {
  readonly act: string;
  readonly because: string;
}

type Found = Pick<Figure, 'table' | 'headline'>;

const named = 3;

/** Rows with a number in that column, the largest first. */
function largest(rows: readonly TableRow[], column: string): readonly (TableRow & { readonly size: number })[] {
  const sized = rows.flatMap((row) => {
    const size = numeric(row[column]);
    return size === null ? [] : [{ ...row, size }];
  });
  return sized.sort((a, b) => b.size - a.size);
}

/** `Find more foster care, first in Bristol and Devon`: what is displaced most, and where that added most to cost. */
export function homesLead(drivers: Found, byAuthority: Found, displacement: Found): Lead | null {
  const [flow] = largest(displacement.table.rows, 'k').filter(({ size }) => size > 0);
  const where = largest(byAuthority.table.rows, 'displacement').filter(({ size }) => size >= 1);
  const cause = drivers.table.rows.find(({ driver }) => driver === 'displacement');
  const [value, lower, upper] = [cause?.value, cause?.lower, cause?.upper].map(numeric);
  if (!flow && value == null) return null;
  const first = where.slice(0, named);
  const places = first.length === 0 ? '' : `, first in ${listed(first.map(authority))}`;
  const said: string[] = [];
  if (flow) {
    const [sought, secured] = [spoken(text(flow.sought)), spoken(text(flow.secured))];
    said.push(`${capitalised(sought)} was sought and ${secured} secured for ${placements(flow.size)} of the period.`);
  }
  if (value != null && lower != null && upper != null) {
    const chance = lower <= 0 && upper >= 0;
    const [least, most] = [lower, upper].map(Math.abs).sort((one, other) => one - other);
    said.push(
      chance
        ? `Against the period before, homes of any type asked for and not found made a difference of ${moreOrLess(value)} a week, which chance alone could have made.`
        : `Homes of any type asked for and not found ${value < 0 ? 'took off' : 'added'} ${largePounds(Math.abs(value))} a week against the period before (likely between ${largePounds(least ?? 0)} and ${largePounds(most ?? 0)}).`,
    );
  }
  if (first.length > 0)
    said.push(
      `By authority it was ${listed(first.map((row, at) => `${authority(row)} (${largePounds(row.size)}${at === 0 ? ' a week more' : ''})`))}.`,
    );
  return {
    act: `Find more ${flow ? spoken(text(flow.sought)) : 'of the homes asked for'}${places}`,
    because: said.join(' '),
  };
}

/** `City of Bristol`: in the middle of a sentence `Bristol, City of` reads as two. */
function authority({ la }: TableRow): string {
  return text(la).replace(/^(.+), ((?:City|County) of)$/, '$2 $1');
}

/** `£4,000 a week each (71%) more than expected …: £940,000 a week together`. */
function above(row: TableRow & { readonly size: number }): string {
  const [gap, ratio, n] = [row.gap, row.adjusted, row.n].map(numeric);
  const each = gap == null ? '' : `${pounds(gap)} a week each`;
  const share = ratio == null ? '' : ` (${number((ratio - 1) * 100)}%)`;
  return `${each}${share}, ${largePounds(row.size)} a week for ${n == null ? 'them' : `its ${placements(n)}`}`;
}

const expected = 'than the region paid for the same type of home and level of need';

const borneOut = ({ check }: TableRow) => check === 'more';
function unsure(row: TableRow): string {
  if (borneOut(row)) return '';
  // A word it does not have is one it could not say.
  return typeof row.check === 'string'
    ? '; a second method, over all its types, sees no clear difference'
    : '; too few placements for a second method';
}

/** `Review what Cornwall pays for residential care`: where most is paid above expected, and no other method says the opposite. */
export function reviewLead({ table, headline }: Found): Lead {
  const clear = largest(table.rows, 'excess').filter(({ verdict, check }) => verdict === 'more' && check !== 'less');
  // Whom a second method bears out comes before whoever only the first is sure of, however much that is.
  const order = [...clear.filter(borneOut), ...clear.filter((row) => !borneOut(row))];
  const [first, ...rest] = order.slice(0, named);
  if (!first) return { act: 'No authority stands out', because: `${headline}.` };
  const next = rest.map(
    (row) => `${authority(row)}, ${spoken(text(row.secured))} (${largePounds(row.size)} a week${unsure(row)})`,
  );
  return {
    act: `Review what ${authority(first)} pays for ${spoken(text(first.secured))}`,
    because: `${borneOut(first) ? 'By two methods it' : 'It'} paid more ${expected}: ${above(first)}${unsure(first)}.${next.length > 0 ? ` Then ${listed(next)}.` : ''}`,
  };
}

/** `Ask SC1000001, SC1000002 and SC1000003 what their prices are for`: dearer by both methods, the most money first. */
export function providersLead({ table, headline }: Found, nameOf: (urn: string) => string): Lead {
  const clear = largest(table.rows, 'excess').filter(({ verdict, check }) => verdict === 'more' && agrees(text(check)));
  const first = clear.slice(0, named);
  if (first.length === 0) return { act: 'No provider stands out', because: `${headline}.` };
  const each = first.map((row) => `${nameOf(text(row.provider))}, ${spoken(text(row.secured))}: ${above(row)}`);
  const more =
    clear.length > first.length ? ` ${number(clear.length - first.length)} more cost clearly more, too.` : '';
  return {
    act: `Ask ${listed(first.map(({ provider }) => nameOf(text(provider))))} what their prices are for`,
    because: `By two methods they cost more ${expected}. ${each.join('; ')}.${more}`,
  };
}
