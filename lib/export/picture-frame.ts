import type { Figure } from '@/lib/figure/figure';
import { type ExportContext, workingWarning } from './export';
import { escapeMarkup } from './neutral';
import { fontStack, textBlock, wrap } from './picture-text';
import { dayLabel } from './shown';
import { keyLines } from './symbol';

/** The drawing itself: the inside of an `<svg>` and its size in pixels. */
export interface Drawing {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
}

const margin = 24;
const quiet = '#484949';

/** What someone who cannot see the picture is told: what it says, then what it shows. */
export function alternativeText(figure: Figure): string {
  return `${figure.headline}. ${figure.title}. ${figure.subtitle}`.replace(/\.\./g, '.');
}

/**
 * A drawing with its headline, subtitle, filter, source and date inside the image, so that a picture passed on
 * alone still says what it is. A working figure's picture says that it is internal.
 */
export function framePicture(drawing: Drawing, figure: Figure, context: ExportContext): Picture {
  const width = Math.max(640, Math.ceil(drawing.width) + 2 * margin);
  const inner = width - 2 * margin;
  const lines = (text: string, size: number) => wrap(text, inner, size);
  const internal = figure.protection === 'working';
  const warning = textBlock(
    internal ? lines(workingWarning, 14) : [],
    { left: margin, top: margin },
    { size: 14, weight: 700, colour: '#801650' },
  );
  const headline = textBlock(
    lines(figure.headline, 20),
    { left: margin, top: warning.bottom },
    { size: 20, weight: 700 },
  );
  const subtitle = textBlock(
    lines(figure.subtitle, 14),
    { left: margin, top: headline.bottom + 4 },
    { size: 14, colour: quiet },
  );
  const top = subtitle.bottom + 16;
  const about = [
    ...keyLines([figure]),
    ...figure.protectionNotes,
    `Placements shown: ${context.filter}.`,
    `Source: ${figure.source.replace(/\.+$/, '')}.`,
    `${context.poolDate === null ? '' : `Pool to ${dayLabel(context.poolDate)}. `}Written on ${dayLabel(context.written)}.`,
  ].flatMap((line) => lines(line, 12));
  const foot = textBlock(
    about,
    { left: margin, top: top + Math.ceil(drawing.height) + 16 },
    { size: 12, colour: quiet },
  );
  const height = foot.bottom + margin;
  const alternative = alternativeText(figure);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-about" font-family="${fontStack}" lang="en-GB">`,
    `<title id="picture-title">${escapeMarkup(figure.headline)}</title><desc id="picture-about">${escapeMarkup(alternative)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    warning.markup,
    headline.markup,
    subtitle.markup,
    `<svg x="${margin}" y="${top}" width="${drawing.width}" height="${drawing.height}" viewBox="0 0 ${drawing.width} ${drawing.height}" overflow="visible">${drawing.markup}</svg>`,
    foot.markup,
    '</svg>',
  ].join('');
  return { svg, width, height, alternative };
}

/** The drawing alone on white, for a slide or page that carries headline and source itself. */
export function barePicture({ markup, width, height }: Drawing, figure: Figure): Picture {
  const alternative = alternativeText(figure);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fontStack}"><title>${escapeMarkup(alternative)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${markup}</svg>`;
  return { svg, width, height, alternative };
}
