/** The key of a chart, which the page keeps beside the drawing: without it a picture's colours say nothing. */
import { escapeMarkup } from './neutral';

/** Drawn where it stands on the page; `scale` from pixels to the drawing's own units. Empty where a chart has none. */
export function keyMarkup(chart: SVGSVGElement, scale: number): string {
  const origin = chart.getBoundingClientRect();
  const items = chart.closest('.recharts-wrapper')?.querySelectorAll('.recharts-legend-item') ?? [];
  return [...items]
    .map((item) => {
      const icon = item.querySelector('svg');
      const mark = icon?.querySelector('path, rect');
      const words = item.textContent ?? '';
      if (!icon || !mark || words === '') return '';
      const { left, top, width, height } = icon.getBoundingClientRect();
      const x = (left - origin.left) * scale;
      const middle = (top - origin.top + height / 2) * scale;
      const { fill, color } = getComputedStyle(mark);
      const colour = fill === 'none' ? color : fill;
      return `<rect x="${x}" y="${middle - 6}" width="12" height="12" fill="${escapeMarkup(colour)}"/><text x="${x + width * scale + 6}" y="${middle + 5}" font-size="14" fill="#0b0c0c">${escapeMarkup(words)}</text>`;
    })
    .join('');
}
