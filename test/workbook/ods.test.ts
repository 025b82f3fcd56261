import { describe, expect, it } from 'vitest';
import { readOds } from '@/lib/workbook/ods';
import { Unreadable } from '@/lib/workbook/unreadable';
import { zip } from './fixture';

const ods = (body: string, styles = '') =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
  });

const text = (content: string) => `<table:table-cell office:value-type="string">${content}</table:table-cell>`;

describe('readOds', () => {
  it('reads text, numbers, dates, booleans and repeated cells and rows', () => {
    const body = `<table:table table:name="Q1"><table:table-row>${text('<text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p>')}<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="4500.50"/><table:table-cell office:value-type="date" office:date-value="2024-02-12"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    expect(readOds(ods(body)).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'a  b\nc', '', '', '4500.5', '2024-02-12', 'TRUE'],
      [5, 'x', 'x'],
      [6, 'x', 'x'],
    ]);
  });

  it('leaves comments out, keeps merged blocks, and flags hidden sheets and rows', () => {
    const body = `<table:table table:name="Q1" table:style-name="off"><table:table-row table:visibility="collapse"><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="3"><office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>`;
    const styles = '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>';
    expect(readOds(ods(body, styles)).sheets[0]).toMatchObject({
      hidden: true,
      rows: [{ hidden: true, cells: ['x'] }],
      merged: [{ top: 1, left: 0, bottom: 3, right: 1 }],
    });
  });

  it('says when a password protects it', () => {
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    const bytes = zip({ mimetype: 'x', 'content.xml': 'noise', 'META-INF/manifest.xml': manifest });
    expect(() => readOds(bytes)).toThrowError(Unreadable);
  });
});
