'use client';
/**
 * A control that takes itself away when pressed (a question answered, a row removed, a menu closed) or is switched off for
 * a while would leave the keyboard at the top of the page. The focus goes to what is nearest to it, or back to it.
 */
import { useEffect } from 'react';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** Milliseconds after a press in which what was pressed may go: at once, when the page has redrawn, when a load has ended. */
const looks = [0, 120, 600, 1500, 4000];

/** The first control that can be seen, of the nearest of what held it that is still on the page. */
function nearest(held: readonly Element[]): HTMLElement | undefined {
  for (const one of held) {
    if (!one.isConnected || one === document.body || one === document.documentElement) continue;
    const found = [...one.querySelectorAll<HTMLElement>(focusable)].find((control) => control.checkVisibility());
    if (found) return found;
  }
  return undefined;
}

function chainOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) found.push(at);
  return found;
}

/** Once a page: the masthead's. */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: readonly Element[] = [];
    let timers: readonly number[] = [];
    const stop = () => {
      for (const timer of timers) clearTimeout(timer);
    };
    // Whether what was pressed has been switched off since.
    let off = false;
    const look = () => {
      const [last] = held;
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || !(last instanceof HTMLElement)) return;
      // Switched off for a while it may be back at the next look; pressed beside, it is still there and nothing is lost.
      if (last.isConnected) {
        if (off && !last.matches(':disabled')) last.focus({ preventScroll: true });
        else off = last.matches(':disabled');
        return;
      }
      nearest(held)?.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) held = chainOf(target);
    };
    const onPress = () => {
      stop();
      off = false;
      timers = looks.map((after) => window.setTimeout(look, after));
    };
    document.addEventListener('focusin', onFocus);
    // What is changed by a press comes after it: a click follows a key, too.
    document.addEventListener('click', onPress);
    document.addEventListener('change', onPress);
    return () => {
      stop();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('click', onPress);
      document.removeEventListener('change', onPress);
    };
  }, []);
}
