import type { SampleFile } from '@/data/generate/sample';

const labels = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16le': 'utf-16le', 'windows-1252': 'windows-1252' };

/** Reads a return as a careful stranger would, knowing only its declared encoding and delimiter. */
export function readReturn({ bytes, house }: Pick<SampleFile, 'bytes' | 'house'>): {
  readonly header: readonly string[];
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
} {
  const text = new TextDecoder(labels[house.encoding], { fatal: true }).decode(bytes);
  const lines = parse(text, house.delimiter);
  const at = house.preamble ? 1 : 0;
  return {
    header: lines[at] ?? [],
    above: lines.slice(0, at),
    rows: lines.slice(at + (house.preamble ? 3 : 1)),
  };
}

export function parse(text: string, delimiter: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let open = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (open) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else open = false;
    } else if (character === '"') open = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      cells.push(cell.replace(/\r$/, ''));
      lines.push(cells);
      cells = [];
      cell = '';
    } else cell += character;
  }
  return lines;
}
