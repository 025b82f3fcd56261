import type { Archive } from './archive';
import type { XmlHandlers } from './xml';
import { readXml } from './xml';

/** Characters XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Collects the text of `t` elements, rich-text runs joined; pronunciation guides (`rPh`) are not text. */
export class TextCollector implements XmlHandlers {
  private inText = false;
  private inGuide = false;
  value = '';

  open(name: string): void {
    if (name === 't') this.inText = !this.inGuide;
    else if (name === 'rPh') this.inGuide = true;
  }

  text(text: string): void {
    if (this.inText) this.value += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inGuide = false;
  }

  take(): string {
    const taken = unescapeText(this.value);
    this.value = '';
    return taken;
  }
}

/** The workbook's shared strings in order: cells point to them by number. */
export function readSharedStrings(archive: Archive, part: string): string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  readXml(archive, part, {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
