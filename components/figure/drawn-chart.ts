const area = (chart: SVGSVGElement) => {
  const { width, height } = chart.getBoundingClientRect();
  return width * height;
};

/** The chart drawn in the figure around an element: the largest drawing of its body, so that no symbol or key is taken for it. */
export function drawnChart(inside: Element): SVGSVGElement | null {
  const charts = [...(inside.closest('[data-figure]')?.querySelectorAll<SVGSVGElement>('.chart svg') ?? [])];
  return charts.sort((one, other) => area(other) - area(one))[0] ?? null;
}
