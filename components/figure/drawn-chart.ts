import { drawAll } from '../chart/turns';

const area = (chart: SVGSVGElement) => {
  const { width, height } = chart.getBoundingClientRect();
  return width * height;
};

/** The chart drawn in the figure around an element: the largest drawing of its body, so that no symbol or key is taken for it. */
export function drawnChart(inside: Element): SVGSVGElement | null {
  const charts = [...(inside.closest('[data-figure]')?.querySelectorAll<SVGSVGElement>('.chart svg') ?? [])];
  return charts.sort((one, other) => area(other) - area(one))[0] ?? null;
}

/** Longest wait for a chart, in tries of 50 ms: its code may still be on its way. */
const tries = 100;

/** Draws the charts within that still wait for their turn or their code, and waits until they stand. */
export async function chartsDrawn(within: ParentNode): Promise<void> {
  drawAll();
  for (let at = 0; at < tries && within.querySelector('.chart-wait'); at++)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
