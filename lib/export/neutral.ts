/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): a
 * heading or provider's name from someone else's file must not run on a reader's machine. Text alone: a
 * negative number is a number cell and is never touched.
 */
export function neutralise(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Characters XML 1.0 cannot hold or discourages (§2.2), lone surrogates and U+FFFD among them: XLSX leaves them out, so ODS does. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to remove
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFD-\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function withoutForbidden(text: string): string {
  return text.replace(forbidden, '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text safe inside XML and HTML elements and double-quoted attributes. */
export function escapeMarkup(text: string): string {
  return withoutForbidden(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
