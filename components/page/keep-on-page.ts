/** Pixels left free at the edge of the page. */
const edge = 8;

/** Moves what opens under its button to the left as far as it would reach over the right edge of the page, and no farther than the left one. */
export function keepOnPage(panel: Element | null): void {
  if (!(panel instanceof HTMLElement)) return;
  panel.style.marginLeft = '0';
  const { left, right } = panel.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - edge);
  if (over > 0) panel.style.marginLeft = `${-Math.min(over, Math.max(0, left - edge))}px`;
}
