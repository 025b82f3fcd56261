/**
 * On which sheet each part of a pack will be printed. A browser counts pages only in the margins of the sheet, so the
 * pack is laid out for a moment in columns of a sheet's size, under the rules of paper, and the columns are counted.
 * Nothing of it is painted.
 */

/** A4 between the margins that print.css gives it, in CSS pixels. */
const sheet = { width: (182 / 25.4) * 96, height: (265 / 25.4) * 96 };

/** Rules for paper, and how to make them rules for paper again. */
function asOnPaper(): () => void {
  const rules = [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
  for (const { media } of rules) media.mediaText = 'all';
  return () => {
    for (const { media } of rules) media.mediaText = 'print';
  };
}

/** Sheet numbers by the id of every section and figure of `pack`, the cover being 1. */
export function sheetsOf(pack: HTMLElement): ReadonlyMap<string, number> {
  const onScreen = asOnPaper();
  pack.dataset.measured = 'true';
  pack.style.width = `${sheet.width}px`;
  pack.style.height = `${sheet.height}px`;
  pack.style.columnWidth = `${sheet.width}px`;
  const start = pack.getBoundingClientRect().left;
  const parts = [...pack.querySelectorAll('section[id]')].map((part): [string, number] => {
    const left = part.getClientRects()[0]?.left ?? start;
    // What stands beside another thing on a sheet begins further in.
    return [part.id, 1 + Math.floor((left - start + 1) / sheet.width)];
  });
  delete pack.dataset.measured;
  pack.removeAttribute('style');
  onScreen();
  return new Map(parts);
}
