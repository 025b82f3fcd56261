/**
 * Charts out of sight wait their turn: a few at a time while the browser has nothing better to do, all of them before a
 * print. A change of filter draws what the reader sees and nothing else.
 */
import { flushSync } from 'react-dom';
import { onPrint } from '../page/on-print';

/** Milliseconds of drawing in one go: less than a reader feels. */
const slice = 20;

const waiting = new Set<() => void>();
let asked = false;
let paused = false;

// Listened for before any chart does: paper changes their width, and nothing may wait for its turn again at the new one.
if (typeof window !== 'undefined') onPrint(drawAll, () => undefined);

/** Runs it when the browser has nothing better to do, or a tenth of a second has passed. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 100 });
  else setTimeout(run, 16);
}

function next(): void {
  asked = false;
  if (paused) return;
  const start = performance.now();
  for (const draw of waiting) {
    waiting.delete(draw);
    flushSync(draw);
    if (performance.now() - start > slice) break;
  }
  ask();
}

function ask(): void {
  if (asked || paused || waiting.size === 0) return;
  asked = true;
  // What is in sight is painted first: a browser may call itself idle before it has.
  requestAnimationFrame(() => whenIdle(next));
}

/** Draws everything that waits, now: paper, slides and pictures are made from what is drawn. */
export function drawAll(): void {
  const all = [...waiting];
  waiting.clear();
  flushSync(() => {
    for (const draw of all) draw();
  });
}

/** While other figures are worked out no turn comes: what waits would be drawn only to be drawn anew. */
export function pauseTurns(pause: boolean): void {
  paused = pause;
  ask();
}

/** Runs `draw` in its turn. Gives back the way to give the turn up. */
export function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  ask();
  return () => waiting.delete(draw);
}
