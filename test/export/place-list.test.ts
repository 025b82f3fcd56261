import { expect, test } from 'vitest';
import { placeListFile } from '@/lib/export/place-list';

test('places to check leave as a file whose name says it is internal, and that no spreadsheet runs', () => {
  const row = { file: 'a, "b".csv', row: 3, field: 'homeLocation', value: '=1+1', reason: 'Why', advice: 'What' };
  const { name, content } = placeListFile({ rows: [row], total: 1 });
  const text = new TextDecoder().decode(content as Uint8Array);
  expect(name).toMatch(/^INTERNAL/);
  expect(text.split('\r\n')[0]).toBe('file,row,field,value,reason,advice');
  expect(text).toContain('"a, ""b"".csv","3","homeLocation"');
  expect(text).not.toContain(',"=1+1"');
});
