import { describe, expect, it } from 'vitest';
import { findDataSheet, findDataSheets } from '@/lib/workbook/data-sheet';
import { readXlsx } from '@/lib/workbook/xlsx';
import { published, rows, xlsx } from './fixture';

const known = new Set(['child_ID', 'dol', 'placement_type', 'cultural_needs', 'placement_location', 'provider_URN']);
const score = (cells: readonly string[]) => cells.filter((cell) => known.has(cell.trim())).length;

describe.each([
  ['National-Placement-Standard-Excel-20260427.xlsx', 45],
  ['National-Placement-Standard-Excel-20260624.xlsx', 44],
])('the published template %s', (name, columns) => {
  const bytes = published(name);

  it.skipIf(!bytes)('has its data sheet found, not the sheet of permitted values with the same headings', () => {
    const { sheets } = readXlsx(bytes ?? new Uint8Array());
    const found = findDataSheet(sheets, score);
    expect(found?.sheet.name).toBe('Data Collection');
    expect(found?.sheet.rows[found.header]?.number).toBe(2);
    expect(found?.sheet.rows[found.header]?.cells).toHaveLength(columns);
    expect(findDataSheets(sheets, score).map(({ sheet }) => sheet.name)).toEqual([
      'Data Collection',
      'Data Validation and Drop Downs',
    ]);
  });

  it.skipIf(!bytes)('keeps its group row, long descriptions, example and dates', () => {
    const sheet = readXlsx(bytes ?? new Uint8Array()).sheets[1];
    const [group, , description, example] = sheet?.rows ?? [];
    expect(group?.cells[0]).toBe('Determinants of placement availability');
    expect(description?.cells[0]).toMatch(/^Child ID\n\n {2}Please enter/);
    expect(example?.number).toBe(4);
    expect(example?.cells.slice(0, 3)).toEqual(['ABCD2012', '< 5 days', '2']);
    expect(example?.cells.slice(-6)).toEqual(['ABCS', '2024-02-12', 'ABBC', '2024-03-21', 'ABBC', '2024-04-30']);
    expect(sheet?.merged).toHaveLength(5);
    expect(sheet?.rows).toHaveLength(4);
  });
});

describe('findDataSheet', () => {
  const sheet = (name: string, header: string, state?: string) => ({
    name,
    state,
    xml: rows(`<row><c t="str"><v>OFFICIAL</v></c></row><row><c t="str"><v>${header}</v></c></row>`),
  });

  it('finds the header under a title and prefers a visible sheet', () => {
    const { sheets } = readXlsx(
      xlsx({ sheets: [sheet('Notes', 'x'), sheet('Old', 'dol', 'hidden'), sheet('Q1', 'dol')] }),
    );
    expect(findDataSheet(sheets, score)).toMatchObject({ sheet: { name: 'Q1' }, header: 1, score: 1 });
  });

  it('finds nothing where no row is a header', () => {
    expect(findDataSheet(readXlsx(xlsx({ sheets: [sheet('Notes', 'x')] })).sheets, score)).toBeNull();
  });
});
