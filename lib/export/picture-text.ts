import { escapeMarkup } from './neutral';

/** The page's own type first; what stands in for it on other machines is nearly as wide. */
export const fontStack = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, sans-serif";

/** A generous average width of a character, in parts of the type size: no page is at hand to measure with. */
export const averageWidth = 0.54;

/** Breaks text into lines no wider than `width` pixels at `size` pixels, at spaces where there are any. */
export function wrap(text: string, width: number, size: number): string[] {
  const most = Math.max(8, Math.floor(width / (size * averageWidth)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (line.length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return line === '' ? lines : [...lines, line];
}

export interface TextBlock {
  readonly markup: string;
  readonly bottom: number;
}

/** Lines of text from `top` downwards, as SVG with attributes alone: a strict policy strips styles. */
export function textBlock(
  lines: readonly string[],
  at: { readonly left: number; readonly top: number },
  look: { readonly size: number; readonly weight?: number; readonly colour?: string },
): TextBlock {
  const step = Math.round(look.size * 1.35);
  const markup = lines.map(
    (line, index) =>
      `<text x="${at.left}" y="${at.top + step * index + look.size}" font-size="${look.size}" font-weight="${look.weight ?? 400}" fill="${look.colour ?? '#0b0c0c'}">${escapeMarkup(line)}</text>`,
  );
  return { markup: markup.join(''), bottom: at.top + step * lines.length };
}
