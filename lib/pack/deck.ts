/** A pack taken away as slides: its charts drawn as pictures one by one, so that it can be stopped between any two. */
import type { DeckPicture } from '@/lib/export/deck';
import type { ExportFile } from '@/lib/export/export';
import type { PackDocument } from '@/lib/export/pack';

interface Options {
  readonly signal: AbortSignal;
  /** Pictures drawn so far, of how many. */
  readonly progress: (done: number, total: number) => void;
}

/** A breath between pictures: progress shows and Cancel can be pressed. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

/** `chartOf`: the figure's chart as drawn on the page, null where it has none or may not be taken from there. Null when stopped. */
export async function packDeck(
  pack: PackDocument,
  chartOf: (id: string) => SVGSVGElement | null,
  { signal, progress }: Options,
): Promise<ExportFile | null> {
  const [{ deckFile }, { chartDrawing, pngBlob }, { barePicture }] = await Promise.all([
    import('@/lib/export/deck'),
    import('@/lib/export/picture'),
    import('@/lib/export/picture-frame'),
  ]);
  const figures = pack.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  const pictures = new Map<string, DeckPicture>();
  for (const [at, figure] of figures.entries()) {
    if (signal.aborted) return null;
    const chart = chartOf(figure.id);
    if (chart) {
      const picture = barePicture(chartDrawing(chart), figure);
      const png = new Uint8Array(await (await pngBlob(picture)).arrayBuffer());
      pictures.set(figure.id, { png, width: picture.width, height: picture.height });
    }
    progress(at + 1, figures.length + 1);
    await breath();
  }
  const file = signal.aborted ? null : await deckFile(pack, pictures);
  return signal.aborted ? null : file;
}
