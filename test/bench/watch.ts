/** Runs inside the page: notes long tasks, and when figures first stood there and came to rest. */
interface Watched {
  readonly longTasks: { readonly start: number; readonly duration: number }[];
  firstFigures: number | null;
  /** Every figure of the page drawn, its charts too: from what the page was sent with, where that is so. */
  allFigures: number | null;
  /** The pool open in the engine, and every figure its own. */
  engineReady: number | null;
  /** Acts, then waits until every figure shows the new view and a frame has been drawn. Without an act it counts from the next click. */
  change(act?: () => void): Promise<number>;
}

declare global {
  interface Window {
    bench: Watched;
  }
}

/** Must stand alone: its text is sent to the page. */
export function watch(): void {
  const bench: Watched = {
    longTasks: [],
    firstFigures: null,
    allFigures: null,
    engineReady: null,
    change: (act) =>
      new Promise((resolve) => {
        let start = performance.now();
        let began = false;
        // A view shown before is back within a frame.
        const observer = new MutationObserver(() => {
          began = true;
        });
        observer.observe(document.body, { subtree: true, attributeFilter: ['data-state'] });
        const clicked = () => {
          start = performance.now();
        };
        if (act) act();
        else document.addEventListener('click', clicked, { capture: true, once: true });
        const look = () => {
          const loading = document.querySelector('[data-figure][data-state="loading"]') !== null;
          if (began && !loading) observer.disconnect();
          if (began && !loading) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          else if (performance.now() - start > 60_000) resolve(Number.NaN);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const figures = [...document.querySelectorAll('[data-figure]')];
    const numbers = document.querySelector('.strip-value');
    const shown = numbers?.checkVisibility({ visibilityProperty: true });
    if (shown && bench.firstFigures === null) bench.firstFigures = performance.now();
    const settled = figures.length > 0 && figures.every((one) => one.getAttribute('data-state') !== 'loading');
    if (settled && document.querySelector('.chart-wait') === null) bench.allFigures ??= performance.now();
    if (settled && document.documentElement.dataset.poolState === 'ready') bench.engineReady = performance.now();
    if (bench.engineReady === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
