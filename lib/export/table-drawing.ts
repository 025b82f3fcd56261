import type { Figure } from '@/lib/figure/figure';
import { escapeMarkup } from './neutral';
import type { Drawing } from './picture-frame';
import { averageWidth, wrap } from './picture-text';
import { shownTable } from './shown';
import { shownMatrix } from './shown-matrix';

const size = 14;
const row = 26;
const line = 18;
const gap = 16;
const character = size * averageWidth;
const most = 40;

const shorten = (content: string) => (content.length > most ? `${content.slice(0, most - 1)}…` : content);
const longestOf = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));

/** A figure's table drawn as a picture, for figures whose chart is a table: matrices, providers. */
export function tableDrawing(figure: Figure, longest = 40): Drawing {
  const { headings, rows } = shownMatrix(figure) ?? shownTable(figure);
  const shown = rows.slice(0, longest).map((texts) => texts.map(shorten));
  const wrapped = headings.map(({ label }) => wrap(label, 14 * character, size));
  const widths = headings.map((_, at) => {
    const letters = Math.max(longestOf(wrapped[at] ?? []), longestOf(shown.map((texts) => texts[at] ?? '')));
    return Math.ceil(letters * character) + gap;
  });
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const head = Math.max(1, ...wrapped.map((lines) => lines.length)) * line + 8;

  const place = (at: number, y: number, content: string, weight = 400) => {
    const numeric = headings[at]?.numeric ?? false;
    const x = (lefts[at] ?? 0) + (numeric ? (widths[at] ?? 0) - gap / 2 : 0);
    return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${numeric ? 'end' : 'start'}" fill="#0b0c0c">${escapeMarkup(content)}</text>`;
  };
  const rule = (y: number, colour: string) =>
    `<line x1="0" x2="${width}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="1"/>`;

  const heading = wrapped.flatMap((lines, at) =>
    lines.map((text, index) => place(at, head - 10 - (lines.length - 1 - index) * line, text, 700)),
  );
  const body = shown.flatMap((texts, down) => [
    ...texts.map((content, at) => place(at, head + down * row + line, content)),
    rule(head + (down + 1) * row, '#cecece'),
  ]);
  const left = rows.length - shown.length;
  const more =
    left > 0 ? place(0, head + shown.length * row + line, `Rows not drawn: ${left}. The download has them all.`) : '';
  const height = head + shown.length * row + (left > 0 ? row : 4);
  return { markup: [...heading, rule(head - 2, '#0b0c0c'), ...body, more].join(''), width, height };
}
