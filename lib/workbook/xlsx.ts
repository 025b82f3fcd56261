import { openArchive } from './archive';
import { defaultLimits, type Limits } from './limits';
import { findPart, readRelationships, requirePart } from './part';
import { readSheet, type SheetContext } from './sheet';
import { readSharedStrings } from './strings';
import { readStyles } from './styles';
import type { Sheet, Workbook } from './workbook';
import { readXml } from './xml';

interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  readonly hidden: boolean;
}

function readOutline(archive: ReturnType<typeof openArchive>, part: string) {
  const entries: SheetEntry[] = [];
  let from1904 = false;
  readXml(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relationship = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      entries.push({ name: attributes.name ?? '', relationship, hidden });
    },
  });
  return { entries, from1904 };
}

/**
 * Every worksheet of an `.xlsx` or `.xlsm` file (ECMA-376) in its own order, hidden ones flagged.
 * Throws `Unreadable` when the file is damaged, protected or larger than the limits.
 */
export function readXlsx(bytes: Uint8Array, limits: Limits = defaultLimits): Workbook {
  const archive = openArchive(bytes, limits);
  const root = readRelationships(archive, '').find((relationship) => relationship.type === 'officeDocument');
  const workbook = requirePart(archive, root?.target ?? 'xl/workbook.xml');
  const { entries, from1904 } = readOutline(archive, workbook);
  const related = readRelationships(archive, workbook);
  const partOf = (type: string) => {
    const target = related.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : findPart(archive, target);
  };
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  const context: SheetContext = {
    strings: stringsPart ? readSharedStrings(archive, stringsPart) : [],
    formats: stylesPart ? readStyles(archive, stylesPart) : [],
    from1904,
    limits,
    cells: 0,
  };
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const target = related.find((relationship) => relationship.id === entry.relationship);
    // Chart sheets and dialogues hold no cells.
    if (target && target.type !== 'worksheet') continue;
    const part = requirePart(archive, target?.target ?? `xl/worksheets/sheet${sheets.length + 1}.xml`);
    sheets.push(readSheet(archive, part, entry.name, entry.hidden, context));
  }
  return { sheets };
}
