import type Pptx from 'pptxgenjs';
import { workingWarning } from './export';
import type { PackDocument } from './pack';

/** Inches, on a 13.33 × 7.5 slide. */
export const page = { left: 0.6, width: 12.13, top: 0.45, body: 1.85, bottom: 6.75 };
export const ink = '0B0C0C';
export const quiet = '484949';
export const warn = '801650';
/** Every machine a deck is edited on has it. */
export const face = 'Arial';

export const slides = { title: 'TITLE', figure: 'FIGURE' } as const;

type Master = Parameters<Pptx['defineSlideMaster']>[0];
type MasterObject = NonNullable<Master['objects']>[number];

function footer(pack: PackDocument): MasterObject {
  const { filter, poolName } = pack.context;
  return {
    text: {
      text: pack.internal ? workingWarning : `${filter} · ${poolName}`,
      options: {
        x: page.left,
        y: 6.95,
        w: 11,
        h: 0.3,
        margin: 0,
        fontFace: face,
        fontSize: 10,
        bold: pack.internal,
        color: pack.internal ? warn : quiet,
      },
    },
  };
}

function title(y: number, height: number, size: number): MasterObject {
  const options = {
    name: 'title',
    type: 'title' as const,
    x: page.left,
    y,
    w: page.width,
    h: height,
    margin: 0,
    align: 'left' as const,
    valign: 'top' as const,
    fontFace: face,
    fontSize: size,
    bold: true,
    color: ink,
  };
  return { placeholder: { options, text: '' } };
}

/** Two layouts, each with a real title placeholder: it is what outlines and screen readers announce. */
export function defineMasters(deck: Pptx, pack: PackDocument): void {
  const slideNumber = { x: 12.2, y: 6.95, w: 0.55, h: 0.3, fontFace: face, fontSize: 10, color: quiet };
  deck.defineSlideMaster({
    title: slides.title,
    background: { color: 'FFFFFF' },
    objects: [title(2.2, 1.3, 36), footer(pack)],
    slideNumber,
  });
  deck.defineSlideMaster({
    title: slides.figure,
    background: { color: 'FFFFFF' },
    objects: [title(page.top, 0.95, 24), footer(pack)],
    slideNumber,
  });
}
