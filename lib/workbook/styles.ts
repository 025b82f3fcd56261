import type { Archive } from './archive';
import { type NumberFormat, numberFormat } from './format';
import { readXml } from './xml';

/** The number format of each cell style, by the style's number. */
export function readStyles(archive: Archive, part: string): NumberFormat[] {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  readXml(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => numberFormat(id, custom));
}
