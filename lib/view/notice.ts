/** What a link asked for that could not be done, in words to show beside the figures. */
import { type ParameterName, thingOf } from '@/lib/view/parameter';

export interface LinkNotice {
  /** The parameter as it stood in the link. */
  readonly param: string;
  /** The part that was ignored, shortened. */
  readonly value: string;
  readonly message: string;
}

const longestShown = 60;
const mostShown = 12;

/** Cut between characters, with a mark where something was left out. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, longestShown * 2)];
  const cut = text.length > longestShown * 2 || characters.length > longestShown;
  return cut ? `${characters.slice(0, longestShown).join('')}…` : text;
}

function notice(param: string, value: string, message: string): LinkNotice {
  return { param: shorten(param), value: shorten(value), message };
}

export function unknownParameter(param: string, value: string): LinkNotice {
  return notice(param, value, `The link has a part we do not know, “${shorten(param)}”. It was ignored.`);
}

export function unknownValue(name: ParameterName, value: string): LinkNotice {
  const shown = value.trim() === '' ? 'An empty value' : `“${shorten(value)}”`;
  return notice(name, value, `${shown} is not a ${thingOf(name)} we know. It was ignored.`);
}

/** Nothing of a list could be used, so the view is wider than its sender meant: that is said outright. */
export function nothingLeft(name: ParameterName, value: string): LinkNotice {
  const thing = thingOf(name);
  const shown = value.trim() === '' ? 'The link' : `“${shorten(value)}”`;
  return notice(name, value, `${shown} names no ${thing} we know, so nothing is filtered by ${thing}.`);
}

export function secondValue(name: ParameterName, value: string): LinkNotice {
  return notice(
    name,
    value,
    `The link gives more than one ${thingOf(name)}. The first is used and “${shorten(value)}” ignored.`,
  );
}

export function tooLong(param: string, value: string): LinkNotice {
  return notice(param, value, `The link’s part “${shorten(param)}” is too long to read. It was ignored.`);
}

export function leftOutForLength(name: ParameterName): LinkNotice {
  return notice('cut', name, `A link could not hold every choice of ${thingOf(name)}: none is applied.`);
}

/** A link of junk gets a few notices and a count, not a page of them. */
export function limited(notices: readonly LinkNotice[]): readonly LinkNotice[] {
  const rest = notices.length - mostShown;
  if (rest <= 0) return notices;
  const more = `${rest} more ${rest === 1 ? 'part' : 'parts'} of the link could not be read and ${rest === 1 ? 'was' : 'were'} ignored.`;
  return [...notices.slice(0, mostShown), notice('', '', more)];
}
