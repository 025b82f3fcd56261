import type { Figure } from '@/lib/figure/figure';
import { type ExportContext, type ExportFile, fileName } from './export';
import { pictureFonts } from './picture-font';
import { type Drawing, framePicture, type Picture } from './picture-frame';
import { keyMarkup } from './picture-key';
import { tableDrawing } from './table-drawing';

/** What a mark's look depends on: written as attributes, because the image has none of the page's style sheets. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
];
const unwanted = /^(aria-hidden|class|style|tabindex|role|focusable|data-.*|on.*)$/;
/** Nothing that runs, loads or holds markup of another kind goes into a picture. */
const dropped = 'script, foreignObject, image, iframe, style, animate, set, title, desc';

function copyLook(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of to.getAttributeNames()) if (unwanted.test(name)) to.removeAttribute(name);
  for (const look of looks) {
    const value = style.getPropertyValue(look);
    if (value !== '' && value !== 'none' && value !== 'auto' && value !== 'normal') to.setAttribute(look, value);
    else if (value === 'none' && (look === 'fill' || look === 'stroke')) to.setAttribute(look, 'none');
  }
  if (style.display === 'none') to.setAttribute('display', 'none');
}

/** A chart's `<svg>` as drawn on the page, its look written into it. */
export function chartDrawing(chart: SVGSVGElement): Drawing {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = chart.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, at) => {
    const original = originals[at];
    if (original) copyLook(original, element);
  });
  // Areas that only catch the pointer may be lit by it at this very moment.
  copy.querySelectorAll('*').forEach((element, at) => {
    if (originals[at]?.getAttribute('fill') === 'transparent') element.setAttribute('display', 'none');
  });
  for (const element of copy.querySelectorAll(dropped)) element.remove();
  for (const element of copy.querySelectorAll('[display="none"]')) element.remove();
  const box = chart.viewBox.baseVal;
  const size = chart.getBoundingClientRect();
  const [width, height] = box && box.width > 0 ? [box.width, box.height] : [size.width, size.height];
  const writer = new XMLSerializer();
  const inside =
    [...copy.childNodes].map((node) => writer.serializeToString(node)).join('') +
    keyMarkup(chart, size.width > 0 ? width / size.width : 1);
  const moved = box && box.width > 0 ? `<g transform="translate(${-box.x} ${-box.y})">${inside}</g>` : inside;
  // A map is a window on a country: what lies outside would be drawn over the words around it.
  const cut = getComputedStyle(chart).overflowX === 'hidden';
  return {
    markup: cut ? `<svg width="${width}" height="${height}" overflow="hidden">${moved}</svg>` : moved,
    width,
    height,
  };
}

/** The figure's picture: its chart where one is drawn as SVG, else its table. */
export function figurePicture(figure: Figure, chart: SVGSVGElement | null, context: ExportContext): Picture {
  return framePicture(chart ? chartDrawing(chart) : tableDrawing(figure), figure, context);
}

/** Browsers refuse larger canvases without saying so. */
const largest = 8192;

/** The picture as a PNG at twice its size. Rejects when the browser cannot draw it. */
export async function pngBlob({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(2, largest / width, largest / height);
  const fonts = await pictureFonts();
  const dressed = fonts === '' ? svg : svg.replace('>', `><style>${fonts}</style>`);
  const url = URL.createObjectURL(new Blob([dressed], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw pictures.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to draw.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function svgFile(figure: Figure, picture: Picture): ExportFile {
  return {
    name: fileName(figure.id, 'svg', figure.protection === 'working'),
    type: 'image/svg+xml',
    content: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${picture.svg}`),
  };
}

export async function pngFile(figure: Figure, picture: Picture): Promise<ExportFile> {
  return {
    name: fileName(figure.id, 'png', figure.protection === 'working'),
    type: 'image/png',
    content: new Uint8Array(await (await pngBlob(picture)).arrayBuffer()),
  };
}
