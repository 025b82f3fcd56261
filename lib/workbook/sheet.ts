import type { Archive } from './archive';
import type { NumberFormat } from './format';
import type { Limits } from './limits';
import { lastColumn, lastRow, parseMerge, parseReference } from './reference';
import { numberText } from './serial';
import { TextCollector, unescapeText } from './strings';
import { Unreadable } from './unreadable';
import type { Merge, Sheet, SheetRow } from './workbook';
import { type Attributes, readXml, type XmlHandlers } from './xml';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  readonly limits: Limits;
  /** Cells read so far in the whole workbook. */
  cells: number;
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true' || text === 'on';

class SheetReader implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  readonly merged: Merge[] = [];
  readonly hiddenColumns = new Set<number>();
  uncalculated = 0;
  private row = 0;
  private rowHidden = false;
  private cells: string[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private inValue = false;
  private value = '';
  private hasFormula = false;
  private hasValue = false;
  private readonly inline = new TextCollector();

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = this.hasValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') {
      const merge = parseMerge(attributes.ref ?? '');
      if (merge) this.merged.push(merge);
    } else if (name === 'col' && isTrue(attributes.hidden)) {
      this.hideColumns(Number(attributes.min), Number(attributes.max));
    } else if (this.type === 'inlineStr') this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else if (this.type === 'inlineStr') this.inline.text(text);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v') this.inValue = false;
    else if (name === 'row') this.closeRow();
    else if (this.type === 'inlineStr') this.inline.close(name);
  }

  private hideColumns(first: number, last: number): void {
    // A file may repeat this without end; the set cannot outgrow the sheet.
    if (this.hiddenColumns.size >= lastColumn) return;
    for (let at = Math.max(1, first); at <= Math.min(last, lastColumn); at++) this.hiddenColumns.add(at - 1);
  }

  private openRow(attributes: Attributes): void {
    const number = Number(attributes.r);
    this.row = Number.isInteger(number) && number > 0 && number <= lastRow ? number : this.row + 1;
    this.rowHidden = isTrue(attributes.hidden);
    this.cells = [];
    this.column = -1;
  }

  private closeRow(): void {
    while (this.cells.length > 0 && this.cells[this.cells.length - 1] === '') this.cells.pop();
    if (this.cells.length > 0) this.rows.push({ number: this.row, hidden: this.rowHidden, cells: this.cells });
  }

  private openCell(attributes: Attributes): void {
    this.column =
      attributes.r === undefined ? this.column + 1 : (parseReference(attributes.r)?.column ?? this.column + 1);
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? 0);
    this.value = '';
    this.hasFormula = this.hasValue = false;
  }

  private closeCell(): void {
    const text = this.cellText();
    this.type = '';
    if (this.hasFormula && !this.hasValue) this.uncalculated++;
    if (text === '') return;
    this.context.cells += Math.max(1, this.column + 1 - this.cells.length);
    if (this.context.cells > this.context.limits.cells) {
      throw new Unreadable('too-large', `The workbook has more than ${this.context.limits.cells} cells.`);
    }
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private cellText(): string {
    const { strings, formats, from1904 } = this.context;
    switch (this.type) {
      case 's':
        return strings[Number(this.value)] ?? '';
      case 'inlineStr':
        return this.inline.take();
      case 'b':
        return this.value === '' ? '' : isTrue(this.value) ? 'TRUE' : 'FALSE';
      case 'str':
        return unescapeText(this.value);
      case 'd':
        return this.value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
      case 'n':
        return this.value === '' ? '' : numberText(this.value, formats[this.style] ?? { kind: 'number' }, from1904);
      default:
        return this.value;
    }
  }
}

/** Every filled cell of one sheet, whatever its `dimension` claims. Rows out of order are put in order. */
export function readSheet(archive: Archive, part: string, name: string, hidden: boolean, context: SheetContext): Sheet {
  const reader = new SheetReader(context);
  readXml(archive, part, reader);
  const rows = reader.rows.sort((one, other) => one.number - other.number);
  const { merged, uncalculated } = reader;
  const hiddenColumns = [...reader.hiddenColumns].sort((one, other) => one - other);
  return { name, hidden, rows, merged, hiddenColumns, uncalculated };
}
