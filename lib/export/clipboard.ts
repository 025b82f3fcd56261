import { type Figure, isWithheld } from '@/lib/figure/figure';
import { figureNotes } from './figure-sheet';
import { escapeMarkup, neutralise } from './neutral';
import { shownTable } from './shown';
import { symbolOf } from './symbol';

/** The figure as an HTML table, written as on screen: what a word processor or an e-mail takes from the clipboard. */
export function tableHtml(figure: Figure): string {
  const { headings, rows } = shownTable(figure);
  const safe = (content: string) => escapeMarkup(content);
  const words = (content: string) => safe(neutralise(content));
  const heading = headings.map(({ label }) => `<th scope="col">${words(label)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((content, at) => {
      if (at === 0) return `<th scope="row">${words(content)}</th>`;
      return headings[at]?.numeric ? `<td align="right">${safe(content)}</td>` : `<td>${words(content)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const notes = [figure.subtitle, ...figureNotes(figure), `Source: ${figure.source}`];
  return [
    `<p><b>${safe(figure.headline)}</b></p>`,
    `<table><caption>${safe(figure.title)}</caption>`,
    `<thead><tr>${heading.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
    ...notes.map((note) => `<p>${safe(note)}</p>`),
  ].join('');
}

const oneLine = (text: string) => neutralise(text.replace(/[\t\r\n]+/g, ' '));

/** The figure's table as tab-separated text with numbers unrounded: what a spreadsheet takes. */
export function tableText(figure: Figure): string {
  const columns = figure.table.columns.filter((column) => !column.hidden);
  const rows = figure.table.rows.map((row) =>
    columns.map(({ name }) => {
      const cell = row[name];
      const symbol = symbolOf(cell);
      if (cell === undefined || isWithheld(cell) || symbol !== null) return `[${symbol ?? 'z'}]`;
      return typeof cell === 'number' ? String(cell) : oneLine(cell);
    }),
  );
  return [columns.map((column) => oneLine(column.label)), ...rows].map((line) => line.join('\t')).join('\n');
}

/** Copies the table both ways; the program pasted into chooses. Rejects when the browser refuses. */
export async function copyTable(figure: Figure): Promise<void> {
  const item = new ClipboardItem({
    'text/html': new Blob([tableHtml(figure)], { type: 'text/html' }),
    'text/plain': new Blob([tableText(figure)], { type: 'text/plain' }),
  });
  await navigator.clipboard.write([item]);
}

/**
 * Copies a PNG. Takes the promise and not the picture: Safari allows the clipboard only to work begun in the
 * click itself.
 */
export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
