import type Pptx from 'pptxgenjs';
import { markHeadings } from './deck-heading';
import { defineMasters, face, ink, page, quiet, slides } from './deck-master';
import { addTable, headlineParts, tableParts } from './deck-table';
import { type ExportFile, fileName } from './export';
import { withoutForbidden } from './neutral';
import { isNumber, type PackDocument, type PackFigure } from './pack';
import { alternativeText } from './picture-frame';

/** A drawn figure: PNG bytes and the size it was drawn at, in pixels. */
export interface DeckPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Slide = ReturnType<Pptx['addSlide']>;

const text = { fontFace: face, color: ink, margin: 0, valign: 'top' as const };
const bodyHeight = page.bottom - page.body;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

const longestTitle = 110;

function begin(deck: Pptx, title: string, master: string = slides.figure): Slide {
  const slide = deck.addSlide({ masterName: master });
  // Three lines of the usual size would run into the subtitle.
  const options = title.length > longestTitle ? { fontSize: 18 } : {};
  slide.addText([{ text: withoutForbidden(title), options }], { placeholder: 'title' });
  return slide;
}

/** Sentences as bullets, as many slides as they need. */
function addSentences(deck: Pptx, title: string, sentences: readonly string[]): void {
  const perSlide = 7;
  const size = Math.max(0, ...sentences.map((sentence) => sentence.length)) > 160 ? 14 : 18;
  for (let at = 0; at < sentences.length; at += perSlide) {
    const slide = begin(deck, at === 0 ? title : `${title}, continued`);
    const part = sentences.slice(at, at + perSlide);
    slide.addText(
      part.map((sentence) => ({
        text: withoutForbidden(sentence),
        options: { bullet: true, breakLine: true, paraSpaceAfter: 8 },
      })),
      { ...text, x: page.left, y: 1.45, w: page.width, h: page.bottom - 1.45, fontSize: size, fit: 'shrink' },
    );
  }
}

function addSubtitle(slide: Slide, content: string): void {
  const place = { x: page.left, y: page.top + 0.95, w: page.width, h: 0.4 };
  slide.addText(withoutForbidden(content), { ...text, ...place, fontSize: 13, color: quiet });
}

function addPicture(slide: Slide, picture: DeckPicture, alternative: string): void {
  const scale = Math.min(page.width / picture.width, bodyHeight / picture.height);
  const [w, h] = [picture.width * scale, picture.height * scale];
  slide.addImage({
    data: `image/png;base64,${base64(picture.png)}`,
    x: page.left,
    y: page.body,
    w,
    h,
    altText: withoutForbidden(alternative),
  });
}

function addFigure(deck: Pptx, { number, section, figure, notes }: PackFigure, picture: DeckPicture | undefined): void {
  const said = [`${section}. Figure ${number}: ${figure.title}.`, ...notes, `Source: ${figure.source}`].join('\n');
  const start = (title: string) => {
    const slide = begin(deck, title);
    addSubtitle(slide, `Figure ${number}. ${figure.subtitle}`);
    slide.addNotes(withoutForbidden(said));
    return slide;
  };
  if (picture) addPicture(start(figure.headline), picture, alternativeText(figure));
  if (figure.table.rows.length === 0 && picture) return;
  const { parts, left } = tableParts(figure, picture !== undefined);
  parts.forEach((part, at) => {
    const first = at === 0 && !picture;
    const slide = start(first ? figure.headline : `${figure.title}${at === 0 ? '' : ', continued'}`);
    addTable(slide, part, `Table of figure ${number}: ${figure.title}`);
    if (left === '' || at < parts.length - 1) return;
    const place = { x: page.left, y: page.bottom - 0.15, w: page.width, h: 0.3 };
    slide.addText(left, { ...text, ...place, fontSize: 11 });
  });
}

/** Measures of one number each share a slide: alone each would fill a twelfth of one. */
function addNumbers(deck: Pptx, title: string, blocks: readonly PackFigure[]): void {
  const slide = begin(deck, title);
  const [first] = blocks;
  if (first) addSubtitle(slide, first.figure.subtitle.replace(/; n = .*$/, '').replace(/^[^,]*, /, ''));
  const said = blocks.flatMap(({ number, figure, notes }) => [
    `Figure ${number}: ${figure.title}.`,
    ...notes,
    `Source: ${figure.source}`,
  ]);
  slide.addNotes(withoutForbidden([...new Set(said)].join('\n')));
  addTable(slide, headlineParts(blocks.map(({ figure }) => figure)), title);
}

function addBlocks(deck: Pptx, pack: PackDocument, pictures: ReadonlyMap<string, DeckPicture>): void {
  const numbers = pack.blocks.filter((block) => block.kind === 'figure').filter(isNumber);
  const grouped = numbers.length > 1 ? numbers : [];
  for (const block of pack.blocks) {
    if (block.kind === 'figure' && grouped.includes(block)) {
      if (block === grouped[0]) addNumbers(deck, block.section, grouped);
    } else if (block.kind === 'cover') {
      const slide = begin(deck, pack.title, slides.title);
      const lines = block.lines.map(([label, value]) => ({
        text: withoutForbidden(`${label}: ${value}`),
        options: { breakLine: true, paraSpaceAfter: 4 },
      }));
      slide.addText(lines, { ...text, x: page.left, y: 3.6, w: page.width, h: 2.8, fontSize: 16, fit: 'shrink' });
    } else if (block.kind === 'summary') {
      addSentences(
        deck,
        'What these figures say',
        // The numbers have a slide of their own, right after these.
        block.headlines
          .filter(({ number }) => !grouped.some((one) => one.number === number))
          .map(({ title, sentence }) => `${title}: ${sentence}`),
      );
      addSentences(deck, 'What changed', block.changes);
    } else if (block.kind === 'figure') {
      addFigure(deck, block, pictures.get(block.figure.id));
    } else if (block.kind === 'notes') {
      addSentences(deck, 'Before you use these figures', block.caveats);
      addSentences(deck, 'Quality of the data', block.quality);
      addSentences(deck, 'How small numbers are protected', [...block.protection, ...block.symbols]);
      addSentences(deck, 'Definitions and sources', [
        ...block.definitions.map(({ term, meaning }) => `${term}: ${meaning}`),
        ...block.sources,
      ]);
    }
  }
}

/**
 * The pack as editable slides (.pptx): a headline a slide, native tables, pictures with text alternatives, notes
 * and caveats. `pictures` are by figure id; a figure without one is shown by its table alone.
 */
export async function deckFile(pack: PackDocument, pictures: ReadonlyMap<string, DeckPicture>): Promise<ExportFile> {
  const { default: Deck } = await import('pptxgenjs');
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = withoutForbidden(pack.title);
  deck.author = 'Sufficiency';
  deck.company = 'Sufficiency';
  deck.theme = { headFontFace: face, bodyFontFace: face };
  defineMasters(deck, pack);
  addBlocks(deck, pack, pictures);
  const written = await deck.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('The slides could not be written.');
  return {
    name: fileName(pack.title, 'pptx', pack.internal),
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    content: markHeadings(written),
  };
}
