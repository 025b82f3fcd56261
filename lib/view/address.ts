/**
 * Promises that the address of a page follows its view before figures of that view are shown, and never in the way of a
 * reader who is leaving. Writing it costs the browser as much as drawing a chart, so the figures are asked for first.
 */

/** Milliseconds after which it is written whether or not there are figures yet. */
const longest = 100;

let waiting: { readonly write: () => Promise<unknown>; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** Has `write` done when figures come, or a moment later. It takes the place of one that waits: it writes all there is to say. */
export function writeSoon(write: () => Promise<unknown>): void {
  forgetAddress();
  waiting = { write, timer: setTimeout(() => void writeAddress(), longest) };
}

/** Writes the address now, where it is not written yet. */
export async function writeAddress(): Promise<void> {
  const write = waiting?.write;
  forgetAddress();
  await write?.();
}

function forgetAddress(): void {
  clearTimeout(waiting?.timer);
  waiting = null;
}

/** A link to another page or view of this site, followed in this tab: its own address says of what. */
function leads(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  // A file saved has an address of this site too, and leads nowhere.
  if (link === null || link.download !== '' || link.target !== '' || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}

if (typeof document !== 'undefined') {
  // The router gives up a page it is fetching when an address is written meanwhile.
  document.addEventListener('click', (event) => leads(event) && forgetAddress(), { capture: true });
  window.addEventListener('popstate', forgetAddress);
}
