/**
 * A link as a view. Total: whatever stands in the URL gives a view, never an error; what is not
 * understood is ignored and reported, so that nobody reads a wider view without being told.
 */
import { areCuts, isColumnName, isColumnValue } from '@/lib/view/canonical';
import {
  bandChoices,
  basisChoices,
  type Choice,
  distanceChoices,
  localityChoices,
  needChoices,
  noticeChoices,
  preferredChoices,
  securedChoices,
  siblingChoices,
  soughtChoices,
} from '@/lib/view/choices';
import { isPoolMark } from '@/lib/view/fingerprint';
import { gather } from '@/lib/view/gather';
import { type LinkNotice, leftOutForLength, limited, nothingLeft, secondValue, unknownValue } from '@/lib/view/notice';
import type { ParameterName } from '@/lib/view/parameter';
import { parsePeriod } from '@/lib/view/period-text';
import { findArea, findAuthority, findRegion } from '@/lib/view/place';
import { type Compare, defaultView, type View } from '@/lib/view/view';
import { fitView, unmask } from '@/lib/view/write';

export interface ParsedLink {
  /** Canonical, and short enough to be written again. */
  readonly view: View;
  /** The mark of the pool the link was made over, where it carries one. */
  readonly pool: string | null;
  readonly notices: readonly LinkNotice[];
}

type Find<Value> = (word: string) => Value | null;

/** Reads a `URLSearchParams` (or any name–value pairs). Never throws. */
export function parseView(parts: Iterable<readonly [string, string]>): ParsedLink {
  const gathered = gather(parts);
  const notices = [...gathered.notices];
  const valuesOf = (name: ParameterName) => gathered.values.get(name) ?? [];

  function many<Value>(name: ParameterName, find: Find<Value>): readonly Value[] {
    const values = valuesOf(name);
    const words = [...new Set(values.flatMap((value) => value.split(',')))].filter((word) => word.trim() !== '');
    const found = words.map((word) => find(word));
    const known = found.filter((value) => value !== null);
    if (values.length > 0 && known.length === 0) notices.push(nothingLeft(name, values.join(',')));
    else for (const [at, word] of words.entries()) if (found[at] === null) notices.push(unknownValue(name, word));
    return known;
  }

  function one<Value, Default>(name: ParameterName, find: Find<Value>, otherwise: Default): Value | Default {
    let chosen: { readonly value: Value; readonly text: string } | null = null;
    for (const text of new Set(valuesOf(name))) {
      const value = find(text);
      if (value === null) notices.push(unknownValue(name, text));
      else if (chosen === null) chosen = { value, text };
      else notices.push(secondValue(name, text));
    }
    return chosen === null ? otherwise : chosen.value;
  }

  const wanted: View = {
    authorities: many('la', findAuthority),
    regions: many('region', findRegion),
    period: one('period', parsePeriod, defaultView.period),
    basis: one('basis', orWord('auto', bySlug(basisChoices)), defaultView.basis),
    sought: many('sought', bySlug(soughtChoices)),
    secured: many('secured', bySlug(securedChoices)),
    needs: many('needs', bySlug(needChoices)),
    needsMatch: one('needs-match', orWord('any', orWord('all', nothing)), defaultView.needsMatch),
    notice: many('notice', bySlug(noticeChoices)),
    siblingGroup: one('siblings', bySlug(siblingChoices), null),
    locationPreferred: one('preferred', bySlug(preferredChoices), null),
    band: many('band', bySlug(bandChoices)),
    distance: many('distance', bySlug(distanceChoices)),
    locality: one('locality', bySlug(localityChoices), null),
    home: many('home', findArea),
    placed: many('placed', findArea),
    bespoke: readBespoke(valuesOf('x'), (text) => notices.push(unknownValue('x', text))),
    compare: one('compare', findCompare, defaultView.compare),
    cuts: one('cuts', findCuts, defaultView.cuts),
  };
  const { view, leftOut } = fitView(wanted);
  const cut = valuesOf('cut').length === 0 ? [] : many('cut', findExpendable);
  notices.push(...[...new Set([...leftOut, ...cut])].map(leftOutForLength));
  const pool = one('pool', (text) => (isPoolMark(text) ? text : null), null);
  return { view, pool, notices: limited(notices) };
}

/** `School type:Special,Mainstream`, once a column. */
function readBespoke(values: readonly string[], report: (text: string) => void): View['bespoke'] {
  const columns = new Map<string, string[]>();
  for (const text of values) {
    const colon = text.indexOf(':');
    const name = unmask(text.slice(0, Math.max(colon, 0)));
    const accepted = text
      .slice(colon + 1)
      .split(',')
      .map(unmask)
      .filter(isColumnValue);
    if (isColumnName(name) && accepted.length > 0) columns.set(name, [...(columns.get(name) ?? []), ...accepted]);
    else report(text);
  }
  return Object.fromEntries(columns);
}

function bySlug<Value extends string>(choices: readonly Choice<Value>[]): Find<Value> {
  const values = new Map(choices.map(({ slug, value }) => [slug.toLowerCase(), value]));
  return (word) => values.get(word.trim().toLowerCase()) ?? null;
}

function orWord<Word extends string, Value>(word: Word, otherwise: Find<Value>): Find<Word | Value> {
  return (text) => (text.trim().toLowerCase() === word ? word : otherwise(text));
}

const nothing: Find<never> = () => null;

function findCompare(word: string): Compare | null {
  const kind = word.trim().toLowerCase();
  if (kind === 'none' || kind === 'rest' || kind === 'previous') return { kind };
  const code = findAuthority(word);
  return code === null ? null : { kind: 'authority', code };
}

function findCuts(text: string): readonly [number, number] | null {
  const match = /^\s*(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const [medium, higher] = [Number(match?.[1]), Number(match?.[2])];
  return areCuts(medium, higher) ? [medium, higher] : null;
}

function findExpendable(word: string): ParameterName | null {
  return word === 'x' || word === 'home' || word === 'placed' ? word : null;
}
