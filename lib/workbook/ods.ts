import { openArchive } from './archive';
import { defaultLimits, type Limits } from './limits';
import { plainNumber } from './serial';
import { Unreadable } from './unreadable';
import type { Merge, Sheet, SheetRow, Workbook } from './workbook';
import { type Attributes, readXml, type XmlHandlers } from './xml';

/** Attributes by local name: `office:value` → `value`, except `table:` ones that clash are not needed here. */
function attribute(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];
}

/** A repeat or span, 1 unless a whole number says otherwise. */
function times(attributes: Attributes, name: string): number {
  const value = Number(attribute(attributes, name));
  return Number.isInteger(value) && value > 0 ? value : 1;
}

interface OpenSheet {
  name: string;
  hidden: boolean;
  rows: SheetRow[];
  merged: Merge[];
}

class OdsReader implements XmlHandlers {
  readonly sheets: Sheet[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private sheet: OpenSheet | null = null;
  private row = 0;
  private rowRepeat = 1;
  private rowHidden = false;
  private cells: string[] = [];
  private column = 0;
  private repeat = 1;
  private stored: string | null = null;
  private paragraphs: string[] = [];
  private inParagraph = 0;
  private inNote = 0;
  private count = 0;

  constructor(private readonly limits: Limits) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.style = attribute(attributes, 'name') ?? '';
    else if (name === 'table-properties' && attribute(attributes, 'display') === 'false')
      this.hiddenStyles.add(this.style);
    else if (name === 'table') this.openSheet(attributes);
    else if (name === 'table-row') this.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(attributes);
    else if (name === 'annotation') this.inNote++;
    else if (name === 'p' && this.inNote === 0) {
      this.inParagraph++;
      this.paragraphs.push('');
    } else if (this.inParagraph > 0) this.openInline(name, attributes);
  }

  text(text: string): void {
    if (this.inParagraph > 0 && this.inNote === 0) this.add(text);
  }

  close(name: string): void {
    if (name === 'annotation') this.inNote--;
    else if (name === 'p' && this.inNote === 0) this.inParagraph--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row') this.closeRow();
    else if (name === 'table' && this.sheet) {
      this.sheets.push({ ...this.sheet, hiddenColumns: [], uncalculated: 0 });
      this.sheet = null;
    }
  }

  private add(text: string): void {
    this.paragraphs[this.paragraphs.length - 1] += text;
  }

  private openInline(name: string, attributes: Attributes): void {
    if (name === 's') this.add(' '.repeat(Math.min(1000, Number(attribute(attributes, 'c') ?? 1))));
    else if (name === 'tab') this.add('\t');
    else if (name === 'line-break') this.add('\n');
  }

  private openSheet(attributes: Attributes): void {
    const hidden = this.hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
    this.sheet = { name: attribute(attributes, 'name') ?? '', hidden, rows: [], merged: [] };
    this.row = 0;
  }

  private openRow(attributes: Attributes): void {
    this.rowRepeat = times(attributes, 'number-rows-repeated');
    this.rowHidden = /collapse|filter/.test(attribute(attributes, 'visibility') ?? '');
    this.cells = [];
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    this.repeat = times(attributes, 'number-columns-repeated');
    this.paragraphs = [];
    const type = attribute(attributes, 'value-type');
    const down = times(attributes, 'number-rows-spanned');
    const across = times(attributes, 'number-columns-spanned');
    if (down > 1 || across > 1) {
      const [top, left] = [this.row + 1, this.column];
      this.sheet?.merged.push({ top, left, bottom: top + down - 1, right: left + across - 1 });
    }
    if (type === 'date') this.stored = (attribute(attributes, 'date-value') ?? '').replace(/T00:00:00(\.0+)?$/, '');
    else if (type === 'boolean') this.stored = attribute(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE';
    else if (type === 'float' || type === 'currency' || type === 'percentage') {
      this.stored = plainNumber(attribute(attributes, 'value') ?? '');
    } else this.stored = attribute(attributes, 'string-value') ?? null;
  }

  private closeCell(): void {
    const text = this.stored ?? this.paragraphs.join('\n');
    const copies = text === '' ? 0 : this.repeat;
    this.spend(copies === 0 ? 0 : this.column + copies - this.cells.length);
    if (copies > 0) while (this.cells.length < this.column) this.cells.push('');
    for (let copy = 0; copy < copies; copy++) this.cells.push(text);
    this.column += this.repeat;
  }

  private closeRow(): void {
    if (this.cells.length > 0) {
      this.spend(this.cells.length * (this.rowRepeat - 1));
      for (let copy = 1; copy <= this.rowRepeat; copy++) {
        this.sheet?.rows.push({ number: this.row + copy, hidden: this.rowHidden, cells: this.cells });
      }
    }
    this.row += this.rowRepeat;
  }

  private spend(cells: number): void {
    this.count += cells;
    if (this.count <= this.limits.cells) return;
    throw new Unreadable('too-large', `The workbook has more than ${this.limits.cells} cells.`);
  }
}

/** Every sheet of an OpenDocument spreadsheet (ODF 1.3). Throws `Unreadable` as `readXlsx` does. */
export function readOds(bytes: Uint8Array, limits: Limits = defaultLimits): Workbook {
  const archive = openArchive(bytes, limits);
  if (archive.has('META-INF/manifest.xml')) {
    readXml(archive, 'META-INF/manifest.xml', {
      open(name) {
        if (name !== 'encryption-data') return;
        throw new Unreadable('password', 'The spreadsheet is protected by a password.');
      },
    });
  }
  const reader = new OdsReader(limits);
  readXml(archive, 'content.xml', reader);
  return { sheets: reader.sheets };
}
