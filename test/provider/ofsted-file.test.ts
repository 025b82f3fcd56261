import { describe, expect, test } from 'vitest';
import { readOfstedFile } from '@/lib/provider/ofsted-file';
import { rows, utf8, xlsx } from '../workbook/fixture';

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (...cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`;
const title = ['Providers and places', 'Released for use by councils'];

const workbook = () =>
  xlsx({
    sheets: [
      { name: 'Cover', xml: rows(line('Ofsted') + line('Contact')) },
      {
        name: 'Providers',
        xml: rows(
          line(...title) + line('Note') + line('URN', 'Provision type', 'Name') + line('2600001', 'Home', 'REDACTED'),
        ),
      },
    ],
  });

describe('a file chosen as the Ofsted list', () => {
  test('may be a workbook with its headings under a title, on any sheet', () => {
    const reading = readOfstedFile('list.xlsx', workbook());
    expect(reading).toMatchObject({ kind: 'list', name: 'list.xlsx' });
    if (reading.kind === 'list') expect(reading.list.entries.get('2600001')?.nameWithheld).toBe(true);
  });

  test.each([',', ';', '\t'])('may be delimited text, here by %j', (mark) => {
    const text = [
      title.join(mark),
      ['URN', 'Provider type', 'Provider name', 'Number of registered places'].join(mark),
      ['SC100001', 'Home', '"Invented, House"', '6'].join(mark),
    ].join('\r\n');
    const reading = readOfstedFile('list.csv', utf8(`\ufeff${text}`));
    if (reading.kind !== 'list') throw new Error(reading.message);
    expect(reading.list.entries.get('SC100001')).toMatchObject({ name: 'Invented, House', places: 6 });
  });

  test('may be Windows-1252 text', () => {
    const text = utf8('URN,Name\r\n2600001,Caf');
    const reading = readOfstedFile('list.csv', new Uint8Array([...text, 0xe9, 0x0d, 0x0a]));
    if (reading.kind !== 'list') throw new Error(reading.message);
    expect(reading.list.entries.get('2600001')?.name).toBe('Café');
  });

  test.each([
    ['returns.csv', utf8('child_ID,provider_URN\n1,2600001\n')],
    ['headings.csv', utf8('URN,Name\n')],
    ['empty.csv', new Uint8Array()],
    ['picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['paper.pdf', utf8('%PDF-1.7')],
    ['records.json', utf8('{"a": [1]}')],
    ['other.xlsx', xlsx({ sheets: [{ name: 'One', xml: rows(line('a', 'b')) }] })],
    ['cut.xlsx', workbook().slice(0, 300)],
  ])('that is something else is refused with what to do: %s', (name, bytes) => {
    const reading = readOfstedFile(name, bytes);
    if (reading.kind !== 'refused') throw new Error('It was read');
    expect(reading.message.length).toBeGreaterThan(10);
    expect(reading.advice.length).toBeGreaterThan(10);
  });
});
